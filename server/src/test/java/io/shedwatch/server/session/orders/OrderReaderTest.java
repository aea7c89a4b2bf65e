package io.shedwatch.server.session.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.site.FileSite;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OrderReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
  private static final String HEADER = "shed,socket,startedAt,endedAt,wattHours,unpluggedAt";
  private final Site site = FileSite.load(new SiteSettings(Optional.empty()));

  private OrderReader reader(Map<String, Instant> measuredSince) {
    return OrderReader.of(CsvLines.fields(HEADER), site, measuredSince, NOW).orElseThrow();
  }

  private OrderReader.Read read(String line) {
    return reader(Map.of()).read(CsvLines.fields(line));
  }

  @Test
  void timesWithoutAnOffsetAreTheSitesOwn() {
    Order order =
        read("s01,3,2026/9/1 18:05,2026-09-01T22:00:00+08:00,742.5,").order().orElseThrow();
    assertThat(order.startedAt()).isEqualTo(Instant.parse("2026-09-01T10:05:00Z"));
    assertThat(order.endedAt()).isEqualTo(Instant.parse("2026-09-01T14:00:00Z"));
    assertThat(order.unpluggedAt()).isEmpty();
    assertThat(order.wattHours()).isEqualTo(742.5);
  }

  @Test
  void aShedMayBeGivenByItsName() {
    assertThat(read("7号车棚,3,2026-09-01 18:05,2026-09-01 22:00,700,").order().orElseThrow().shed())
        .isEqualTo("s07");
  }

  @Test
  void eachMistakeHasItsReason() {
    Map<String, String> reasons =
        Map.of(
            "s99,3,2026-09-01 18:05,2026-09-01 22:00,700,", "shed is not one of this site",
            "s01,12,2026-09-01 18:05,2026-09-01 22:00,700,", "socket is 1 to 11",
            "s01,3,yesterday,2026-09-01 22:00,700,", "startedAt is not a time",
            "s01,3,2026-09-01 18:05,,700,", "endedAt is not a time",
            "s01,3,2026-09-01 18:05,2026-09-01 22:00,lots,", "wattHours is 0 to 20000",
            "s01,3,2026-09-01 18:05,2026-09-01 17:00,700,", "it ends before it begins",
            "s01,3,2026-09-01 18:05,2026-09-09 17:00,700,", "it lasts longer than 3 days",
            "s01,3,2026-11-24 11:05,2026-11-24 12:01,700,", "it lies in the future",
            "s01,3,2026-09-01 18:05,2026-09-01 22:00,700,soon", "unpluggedAt is not a time");
    assertThat(reasons).allSatisfy((line, why) -> assertThat(read(line).reason()).isEqualTo(why));
  }

  @Test
  void whatWasMeasuredIsNotCountedAgain() {
    OrderReader reader = reader(Map.of("s01", Instant.parse("2026-09-01T12:00:00Z")));
    String line = "s01,3,2026-09-01 18:05,2026-09-01 22:00,700,";
    assertThat(reader.read(CsvLines.fields(line)).reason())
        .isEqualTo("the shed was measured by then");
  }

  @Test
  void aHeaderWithoutAColumnThatIsNeededIsRefused() {
    assertThat(OrderReader.of(List.of("shed", "socket"), site, Map.of(), NOW)).isEmpty();
  }

  private static List<String> firstLine(byte[] file) throws IOException {
    return new CsvLines(new ByteArrayInputStream(file)).next().orElseThrow();
  }

  @Test
  void textIsUtf8WithOrWithoutAByteOrderMarkOrGbk() throws IOException {
    String line = "shed,\"名称, 旧\",x\r\n";
    List<String> fields = List.of("shed", "名称, 旧", "x");
    assertThat(firstLine(line.getBytes(StandardCharsets.UTF_8))).isEqualTo(fields);
    assertThat(firstLine(("\uFEFF" + line).getBytes(StandardCharsets.UTF_8))).isEqualTo(fields);
    assertThat(firstLine(line.getBytes(Charset.forName("GBK")))).isEqualTo(fields);
  }
}
