package io.shedwatch.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteTimeTest {
  private final SiteTime shanghai = new SiteTime(ZoneId.of("Asia/Shanghai"));

  @ParameterizedTest
  @ValueSource(
      strings = {"Asia/Shanghai", "UTC", "Asia/Kolkata", "America/St_Johns", "Europe/Dublin"})
  void textsAreThoseOfTheFormatter(String name) {
    ZoneId zone = ZoneId.of(name);
    SiteTime time = new SiteTime(zone);
    DateTimeFormatter formatter =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").withZone(zone);
    Random chance = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      long at = chance.nextLong(-70_000_000_000_000L, 260_000_000_000_000L);
      assertThat(time.text(at)).isEqualTo(formatter.format(Instant.ofEpochMilli(at)));
    }
  }

  @Test
  void millisecondsAndTheOffsetAreAlwaysThere() {
    assertThat(shanghai.text(Instant.parse("2026-01-01T00:00:00Z")))
        .isEqualTo("2026-01-01T08:00:00.000+08:00");
    assertThat(shanghai.text(-1)).isEqualTo("1970-01-01T07:59:59.999+08:00");
    assertThat(new SiteTime(ZoneId.of("UTC")).text(0)).isEqualTo("1970-01-01T00:00:00.000Z");
  }

  @Test
  void zeroIsNever() {
    assertThat(shanghai.textUnlessNever(0)).isEmpty();
    assertThat(shanghai.textUnlessNever(1)).contains("1970-01-01T08:00:00.001+08:00");
  }

  @Test
  void whatItWritesItReads() {
    Instant at = Instant.parse("2026-03-08T13:17:42.123Z");
    assertThat(SiteTime.parse(shanghai.text(at))).contains(at);
    assertThat(SiteTime.parse("2026-03-08T21:17:42.123 08:00")).contains(at);
    assertThat(SiteTime.parse("1772975862123")).contains(at);
    assertThat(SiteTime.parse("yesterday")).isEqualTo(Optional.empty());
  }
}
