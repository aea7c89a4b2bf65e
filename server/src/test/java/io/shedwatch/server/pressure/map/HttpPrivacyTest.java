package io.shedwatch.server.pressure.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import io.shedwatch.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whom figures may tell of, on every way out. b02 has four households and a shed of its own: a
 * group under ten. b04 has five, and goes to the same shed as b03.
 */
final class HttpPrivacyTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int DAYS = 56;
  private static final String SITE =
      """
      site: small
      name: 小院
      timezone: Asia/Shanghai
      reach: {metres: 150, sheds: 3}
      grids: [{id: g1, name: 一格, leader: 网格长}]
      buildings:
        - {id: b01, name: 1号楼, grid: g1, households: 40, x: 10, y: 0}
        - {id: b02, name: 2号楼, grid: g1, households: 4, x: 1000, y: 10}
        - {id: b03, name: 3号楼, grid: g1, households: 40, x: 300, y: 10}
        - {id: b04, name: 4号楼, grid: g1, households: 5, x: 305, y: 10}
        - {id: b05, name: 5号楼, grid: g1, households: 40, x: 600, y: 10}
      sheds:
        - {id: s01, name: 1号车棚, sockets: 3, x: 0, y: 0, ratedWatts: 6000}
        - {id: s02, name: 2号车棚, sockets: 3, x: 300, y: 0, ratedWatts: 6000}
        - {id: s03, name: 3号车棚, sockets: 3, x: 1000, y: 0, ratedWatts: 6000}
        - {id: s04, name: 4号车棚, sockets: 3, x: 600, y: 0, ratedWatts: 6000}
      """;

  private static final TestRoom ROOM = room();
  private final TestClient staff = ROOM.as("staff");

  private static TestRoom room() {
    try {
      Path data = Files.createTempDirectory("shedwatch-privacy");
      Path site = Files.writeString(data.resolve("site.yml"), SITE);
      return TestRoom.start(data, Map.of("SHEDWATCH_SITE", site.toString()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterAll
  static void stop() {
    ROOM.close();
  }

  /** Every shed is full from six to ten, every evening. */
  @BeforeAll
  static void fillEvenings() {
    StringBuilder csv = new StringBuilder("shed,socket,startedAt,endedAt,wattHours,unpluggedAt\n");
    LocalDate first = LocalDate.now(ZONE).minusDays(DAYS + 1);
    for (int day = 0; day < DAYS; day++) {
      for (int shed = 1; shed <= 4; shed++) {
        for (int socket = 1; socket <= 3; socket++) {
          Instant start = first.plusDays(day).atTime(17, 15 * socket).atZone(ZONE).toInstant();
          Instant end = start.plus(Duration.ofHours(4));
          csv.append(
              String.format(Locale.ROOT, "s%02d,%d,%s,%s,600,%s%n", shed, socket, start, end, end));
        }
      }
    }
    TestAnswer imported =
        ROOM.as("admin")
            .send(
                "POST",
                "/api/v1/sessions/import",
                csv.toString(),
                Map.of("Content-Type", "text/csv"));
    assertThat(imported.json()).containsEntry("rejectedCount", 0);
    Await.until(
        "an estimate from all of these orders",
        Duration.ofSeconds(60),
        () ->
            ROOM.as("staff").get("/api/v1/pressure").json().get("data") instanceof Map<?, ?> data
                && Objects.equals(data.get("orders"), imported.json().get("imported")));
  }

  private static Map<?, ?> of(TestAnswer answer, String list, String key, String value) {
    return ((List<?>) Objects.requireNonNull(answer.json().get(list)))
        .stream()
            .map(one -> (Map<?, ?>) one)
            .filter(one -> value.equals(one.get(key)))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void theMapHasNoFigureOfAGroupUnderTenHouseholds() {
    TestAnswer map = staff.get("/api/v1/pressure");
    assertThat(map.body()).contains("\"b01\"", "\"b03\"").doesNotContain("b02");
    assertThat(map.body()).doesNotContain("\"building\":\"b04\"");
    assertThat(String.valueOf(of(map, "sheds", "shed", "s03").get("turnedAway")))
        .as("who is turned away at the shed that only b02 goes to")
        .contains("estimate=0.0", "high=0.0");
    assertThat(String.valueOf(of(map, "sheds", "shed", "s01").get("turnedAway")))
        .doesNotContain("estimate=0.0");
  }

  @Test
  void neitherHasTheWeek() {
    TestAnswer week = staff.get("/api/v1/pressure/week");
    assertThat(week.body()).contains("b01").doesNotContain("b02");
    assertThat((List<?>) of(week, "sheds", "shed", "s03").get("turnedAway"))
        .allSatisfy(hour -> assertThat(((Number) hour).doubleValue()).isZero());
  }

  @Test
  void noPatrolIsSentToABuildingUnderTenHouseholds() {
    assertThat(staff.get("/api/v1/patrols").body())
        .contains("\"building\":\"b01\"")
        .doesNotContain("b02", "b04");
    assertThat(staff.post("/api/v1/patrols", "{\"minutes\":240}").body())
        .contains("\"building\":\"b03\"")
        .doesNotContain("b02", "b04");
  }

  @Test
  void neitherTheMonthNorBeforeAndAfterTellsOfThem() {
    YearMonth month = YearMonth.from(LocalDate.now(ZONE).minusMonths(1));
    TestAnswer told = ROOM.as("officer").get("/api/v1/reports/monthly?month=" + month);
    assertThat(told.body()).contains("\"b01\"").doesNotContain("b02");
    LocalDate measure = LocalDate.now(ZONE).minusDays(29);
    TestAnswer effect =
        staff.get("/api/v1/pressure/effect?sheds=s03&weeks=4&of=turned-away&date=" + measure);
    assertThat(effect.field("change")).isEqualTo("null");
    assertThat((List<?>) Objects.requireNonNull(effect.json().get("weeks")))
        .isNotEmpty()
        .allSatisfy(week -> assertThat(((Map<?, ?>) week).get("sheds")).isEqualTo(0.0));
  }

  @Test
  void residentsAreToldNothingOfAnyBuilding() {
    for (String way : List.of("pressure", "pressure/week", "patrols", "capacity")) {
      assertThat(ROOM.anonymous().get("/api/v1/" + way).status()).as(way).isEqualTo(401);
    }
  }
}
