package io.shedwatch.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.site.FileSite;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The month on paper, as its readers read it. */
final class PdfMonthlyTest {
  private static final Instant FROM = Instant.parse("2026-09-30T16:00:00Z");
  private static final Instant TO = Instant.parse("2026-10-31T16:00:00Z");
  private static final Site SITE = FileSite.load(new SiteSettings(Optional.empty()));

  private static TurnedAway.Range about(double number) {
    return new TurnedAway.Range(number, 0.7 * number, 1.4 * number);
  }

  private static TurnedAway pressure(int groups) {
    return new TurnedAway(
        29,
        Instant.parse("2026-10-31T19:30:00Z"),
        12.5,
        about(210),
        IntStream.rangeClosed(1, groups)
            .mapToObj(n -> new TurnedAway.Group(List.of(String.format("b%02d", n)), about(60 - n)))
            .toList(),
        List.of(new TurnedAway.Shed("s07", 61.25, 480, about(48))));
  }

  private static Monthly month(Optional<TurnedAway> pressure) {
    Monthly.Times none = Monthly.Times.of(List.of());
    return new Monthly(
        "2026-10",
        FROM,
        TO,
        0,
        new TreeMap<>(),
        new TreeMap<>(),
        Map.of(),
        0,
        0,
        none,
        none,
        4_310,
        1_240_500,
        new AlarmFigures(FROM, TO).end(),
        new Monthly.FlyLines(9, 64, 11, 10),
        pressure);
  }

  /** Words of each page, without line breaks. */
  private static List<String> pages(boolean english, Monthly month) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfMonthly(new ExportWords(english), SITE).write(month, TO, out);
    try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
      PDFTextStripper reader = new PDFTextStripper();
      List<String> pages = new java.util.ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        reader.setStartPage(page);
        reader.setEndPage(page);
        pages.add(reader.getText(document).replaceAll("\\s*\\R\\s*", ""));
      }
      return pages;
    }
  }

  @Test
  void pressureHasOnePageOfItsOwnThatSaysItIsAnEstimate() throws Exception {
    List<String> pages = pages(false, month(Optional.of(pressure(20))));
    assertThat(pages).hasSize(2);
    assertThat(pages.get(0)).contains("告警质量").doesNotContain("扑空");
    assertThat(pages.get(1))
        .contains("飞线压力", "居民上报的飞线 9", "巡查发现的飞线 11", "其中已拆除 10")
        .contains("合计约 210.0（九成把握在 147.0 到 294.0 之间）", "都是估计值", "29 天已估计")
        .contains("不足 10 户的楼栋组不显示", "其余 5 组见网页")
        .contains("7号车棚 61.3 480 48.0 (33.6 – 67.2)");
  }

  @Test
  void withoutAnEstimateThePageSaysSoAndHasNoNumber() throws Exception {
    List<String> pages = pages(true, month(Optional.empty()));
    assertThat(pages.get(1))
        .contains("Fly-lines that residents reported 9", "no estimate of the turned away")
        .doesNotContain("By group");
  }
}
