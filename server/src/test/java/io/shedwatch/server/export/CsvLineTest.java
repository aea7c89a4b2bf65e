package io.shedwatch.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvLineTest {
  @Test
  void noCellIsRunByASpreadsheet() {
    for (String evil :
        List.of("=1+1", "+86", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "＋1", "－1", "＠x")) {
      assertThat(CsvLine.guarded(evil)).startsWith("'").endsWith(evil);
    }
    assertThat(CsvLine.guarded("3 号车棚")).isEqualTo("3 号车棚");
    assertThat(CsvLine.guarded("")).isEmpty();
  }

  @Test
  void whatSeparatesCellsIsQuoted() {
    assertThat(CsvLine.of(List.of("a,b", "say \"no\"", "two\nlines", "车棚", "")))
        .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",车棚,\r\n");
  }
}
