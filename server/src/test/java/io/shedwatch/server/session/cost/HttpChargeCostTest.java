package io.shedwatch.server.session.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shedwatch.server.settings.SettingsFault;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.web.Room;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpChargeCostTest {
  static final Map<String, String> PRICED =
      Map.of(
          "SHEDWATCH_TARIFF_YUAN_PER_KWH",
          "0.617",
          "SHEDWATCH_SERVICE_FEE_YUAN_PER_KWH",
          "0.3",
          "SHEDWATCH_TARIFF_SOURCE",
          "小区公示栏");

  @Test
  void aResidentIsToldThePriceOfTheMedianChargeOnceThereAreEnough() throws Exception {
    try (Room room = Room.start(PRICED)) {
      tellsTheMedianOnceThereAreEnough(room);
    }
  }

  /** The same on each database that we run on. */
  static void tellsTheMedianOnceThereAreEnough(Room room) throws Exception {
    String before = room.anybody().get("/api/v1/charge-cost").body();
    assertThat(before)
        .contains("\"wattHours\":500", "\"measured\":false", "\"yuan\":0.46")
        .contains(
            "\"yuanPerKilowattHour\":0.917", "\"tariffSource\":{\"zh\":\"小区公示栏\",\"en\":\"小区公示栏\"}")
        .contains("\"fineFromYuan\":50", "\"fineToYuan\":200")
        .contains("\"fineSource\":{\"zh\":\"《上海市非机动车安全管理条例》\",\"en\":\"Shanghai's")
        .contains("\"fires\":10051", "\"fireDeaths\":35", "国家消防救援局\",\"en\":\"in China, 1");

    Instant now = Instant.now();
    String answer = room.admin().post("/api/v1/sessions/import", orders(now)).body();
    assertThat(answer).contains("\"rejectedCount\":0");
    JdbcTypicalCharge typical =
        new JdbcTypicalCharge(room.part(DataSource.class), room.part(Site.class).site());
    assertThat(typical.at(now)).isEqualTo(new TypicalCharge(530, true));
    // Those of a month ago are no longer counted, but an answer is kept for an hour.
    assertThat(typical.at(now.plus(Duration.ofMinutes(59))).wattHours()).isEqualTo(530);
    assertThat(typical.at(now.plus(Duration.ofDays(40)))).isEqualTo(TypicalCharge.ASSUMED);
  }

  @Test
  void whatIsNotSetIsNotMadeUp() throws IOException {
    try (Room room =
        Room.start(Map.of("SHEDWATCH_FINE_TO_YUAN", "0", "SHEDWATCH_FIRES_COUNT", "0"))) {
      assertThat(room.anybody().get("/api/v1/charge-cost").body())
          .contains("\"yuan\":null", "\"yuanPerKilowattHour\":null", "\"fineFromYuan\":null")
          .contains("\"fineSource\":null", "\"fires\":null", "\"firesSource\":null");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SHEDWATCH_TARIFF_YUAN_PER_KWH,cheap,must be a number from 0 to 20 yuan/kWh",
    "SHEDWATCH_TARIFF_YUAN_PER_KWH,61.7,must be a number from 0 to 20 yuan/kWh",
    "SHEDWATCH_SERVICE_FEE_YUAN_PER_KWH,-0.1,must be a number from 0 to 20 yuan/kWh",
    "SHEDWATCH_FINE_FROM_YUAN,500,must be at most SHEDWATCH_FINE_TO_YUAN"
  })
  void aPriceThatCannotBeIsRefusedAtTheStart(String name, String value, String message) {
    assertThatThrownBy(() -> Room.start(Map.of(name, value)))
        .isInstanceOf(SettingsFault.class)
        .hasMessageContaining(message);
  }

  @Test
  void moneyIsRoundedToTheFen() {
    assertThat(new TypicalCharge(484.7, true).yuan(new BigDecimal("0.95"))).isEqualTo("0.46");
    assertThat(TypicalCharge.of(49, 900)).isEqualTo(TypicalCharge.ASSUMED);
  }

  /** 61 charges of 500 to 560 Wh, and as many of one watt-hour, which are none. */
  private static String orders(Instant now) {
    StringBuilder csv = new StringBuilder("shed,socket,startedAt,endedAt,wattHours\n");
    for (int i = 0; i <= 60; i++) {
      Instant start = now.minus(Duration.ofHours(200 + 3 * i));
      Instant end = start.plus(Duration.ofHours(1));
      csv.append("s01,1,%s,%s,%d%n".formatted(start, end, 500 + i));
      csv.append("s01,2,%s,%s,1%n".formatted(start, end));
    }
    return csv.toString();
  }
}
