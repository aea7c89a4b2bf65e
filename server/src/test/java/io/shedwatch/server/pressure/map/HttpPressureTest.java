package io.shedwatch.server.pressure.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import io.shedwatch.testkit.Await;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A vendor's orders come in, the pressure map comes out; over HTTP, with a database. */
final class HttpPressureTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String IMPORT = "/api/v1/sessions/import";
  private static final TestRoom ROOM = TestRoom.start(Map.of());
  private final TestClient admin = ROOM.as("admin");

  @AfterAll
  static void stop() {
    ROOM.close();
  }

  private TestAnswer post(String csv) {
    return post(admin, csv);
  }

  static TestAnswer post(TestClient admin, String csv) {
    return admin.send("POST", IMPORT, csv, Map.of("Content-Type", "text/csv"));
  }

  /** Walks into JSON: names of fields and places in lists. */
  private static Object at(Object json, Object... way) {
    Object here = json;
    for (Object step : way) {
      here =
          Objects.requireNonNull(
              step instanceof Integer place
                  ? ((List<?>) here).get(place)
                  : ((Map<?, ?>) here).get(step),
              () -> "no " + step + " in " + json);
    }
    return here;
  }

  /** Three weeks in which shed 7 is full every evening and the others are nearly empty. */
  private static String orders() {
    StringBuilder csv = new StringBuilder("shed,socket,startedAt,endedAt,wattHours,unpluggedAt\n");
    Random chance = new Random(7);
    LocalDate first = LocalDate.now(ZONE).minusDays(22);
    for (int day = 0; day < 21; day++) {
      Instant evening = first.plusDays(day).atTime(17, 0).atZone(ZONE).toInstant();
      for (int shed = 1; shed <= 17; shed++) {
        int sockets = shed == 7 ? 11 : 3;
        for (int socket = 1; socket <= sockets; socket++) {
          Instant start = evening.plus(chance.nextInt(90), ChronoUnit.MINUTES);
          Instant end = start.plus(5, ChronoUnit.HOURS);
          csv.append(
              String.format(Locale.ROOT, "s%02d,%d,%s,%s,600,%s%n", shed, socket, start, end, end));
        }
      }
    }
    return csv.toString();
  }

  @Test
  void aVendorsOrdersGiveAPressureMapAtOnce() {
    ordersGiveAMap(ROOM);
  }

  /** The same on each database that we run on. */
  static void ordersGiveAMap(TestRoom room) {
    TestAnswer first = post(room.as("admin"), orders());
    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(first.json()).containsEntry("imported", 21 * (16 * 3 + 11));
    Await.until(
        "an estimate from these orders",
        Duration.ofSeconds(60),
        () -> room.as("staff").get("/api/v1/pressure").body().contains("\"orders\":1239"));
    Map<String, Object> map = room.as("staff").get("/api/v1/pressure").json();
    assertThat(map).containsEntry("estimate", true).containsKeys("from", "to", "total");
    assertThat(at(map, "data").toString()).contains("sessions=0");
    assertThat((List<?>) at(map, "sheds")).hasSize(17);
    assertThat(at(map, "sheds", 6).toString()).contains("shed=s07").contains("arrivals=231");
    Map<String, Object> week = room.as("officer").get("/api/v1/pressure/week").json();
    List<?> full = (List<?>) at(week, "sheds", 6, "fullShare");
    assertThat(full).hasSize(168);
    assertThat(full.get(20)).as("Monday evening").isEqualTo(1.0);
    assertThat(full.get(10)).as("Monday morning").isEqualTo(0.0);

    String ofTheOrders = YearMonth.from(LocalDate.now(ZONE).minusDays(2)).toString();
    Map<String, Object> month =
        room.as("officer").get("/api/v1/reports/monthly?month=" + ofTheOrders).json();
    assertThat(at(month, "pressure", "sheds", 0).toString()).contains("shed=s07");
    assertThat(at(month, "pressure").toString()).contains("estimate=true").contains("buildings=[b");

    Map<String, Object> capacity = room.as("staff").get("/api/v1/capacity?sockets=2").json();
    assertThat(capacity).containsEntry("estimate", true).containsEntry("movedWithinMinutes", 30);
  }

  @Test
  void theSameFileTwiceChangesNothing() {
    String csv =
        """
        shed,socket,startedAt,endedAt,wattHours
        s16,1,2025-02-01 10:00,2025-02-01 11:00,300
        s16,2,2025-02-01 10:00,2025-02-01 11:00,300
        """;
    assertThat(post(csv).json()).containsEntry("imported", 2).containsEntry("duplicate", 0);
    assertThat(post(csv).json()).containsEntry("imported", 0).containsEntry("duplicate", 2);
  }

  @Test
  void aBadLineIsNamedAndTheRestGoesIn() {
    TestAnswer answer =
        admin.send(
            "POST",
            IMPORT + "?firstLine=5001",
            """
            shed,socket,startedAt,endedAt,wattHours
            s16,9,2025-01-01 10:00,2025-01-01 11:00,300
            s16,99,2025-01-01 10:00,2025-01-01 11:00,300
            """,
            Map.of("Content-Type", "text/csv"));
    assertThat(answer.json()).containsEntry("imported", 1).containsEntry("rejectedCount", 1);
    assertThat(answer.body()).contains("{\"line\":5002,\"reason\":\"socket is 1 to 10");
    assertThat(post("nothing of the kind").field("type")).isEqualTo("/problems/invalid");
  }
}
