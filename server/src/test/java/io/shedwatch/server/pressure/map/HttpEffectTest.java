package io.shedwatch.server.pressure.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import io.shedwatch.testkit.Await;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A measure at one shed, from a vendor's orders through the nightly estimate to the answer. */
final class HttpEffectTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String EFFECT = "/api/v1/pressure/effect";
  private static final int DAYS = 56;
  private static final TestRoom ROOM = TestRoom.start(Map.of());

  private final TestClient staff = ROOM.as("staff");
  private final LocalDate first = LocalDate.now(ZONE).minusDays(DAYS);
  private final LocalDate measure = first.plusDays(28);

  @AfterAll
  static void stop() {
    ROOM.close();
  }

  /** Six to nine short charges a day and shed, and half of that at s01 from the measure on. */
  private String orders() {
    StringBuilder csv = new StringBuilder("shed,socket,startedAt,endedAt,wattHours,unpluggedAt\n");
    Random chance = new Random(11);
    for (int day = 0; day < DAYS; day++) {
      for (int shed = 1; shed <= 17; shed++) {
        int charges = 6 + chance.nextInt(4);
        if (shed == 1 && day >= 28) {
          charges /= 2;
        }
        for (int socket = 1; socket <= charges; socket++) {
          Instant start = first.plusDays(day).atTime(8 + socket, 0).atZone(ZONE).toInstant();
          Instant end = start.plus(Duration.ofHours(2));
          csv.append(
              String.format(Locale.ROOT, "s%02d,%d,%s,%s,600,%s%n", shed, socket, start, end, end));
        }
      }
    }
    return csv.toString();
  }

  private static Object change(TestAnswer answer, String part) {
    Map<?, ?> change = (Map<?, ?>) Objects.requireNonNull(answer.json().get("change"));
    return Objects.requireNonNull(change.get(part));
  }

  @Test
  void aMeasureIsComparedWithShedsOutOfItsReach() {
    TestAnswer imported =
        ROOM.as("admin")
            .send("POST", "/api/v1/sessions/import", orders(), Map.of("Content-Type", "text/csv"));
    assertThat(imported.json()).containsEntry("rejectedCount", 0);
    // The room may estimate while the file comes in, of the orders that are there by then.
    Await.until(
        "an estimate from all of these orders",
        Duration.ofSeconds(60),
        () ->
            staff.get("/api/v1/pressure").json().get("data") instanceof Map<?, ?> data
                && Objects.equals(data.get("orders"), imported.json().get("imported")));

    String asked = EFFECT + "?sheds=s01&weeks=4&date=";
    TestAnswer answer = staff.get(asked + measure);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(change(answer, "found")).isEqualTo(true);
    assertThat(((Number) change(answer, "percent")).doubleValue()).isBetween(-65.0, -40.0);
    assertThat(
            ((List<?>) answer.json().getOrDefault("controls", List.of()))
                .stream().map(String::valueOf).toList())
        .as("s02 shares buildings with s01")
        .doesNotContain("s01", "s02")
        .hasSizeGreaterThanOrEqualTo(2);

    TestAnswer other = staff.get(EFFECT + "?sheds=s16&weeks=4&date=" + measure);
    assertThat(change(other, "found")).as("nothing was done at s16").isEqualTo(false);

    assertThat(staff.get(asked + measure.plusDays(21)).json())
        .containsEntry("missing", "too-few-weeks");
    assertThat(staff.get(EFFECT + "?sheds=s99&date=" + measure).status()).isEqualTo(400);
    assertThat(staff.get(asked + "yesterday").status()).isEqualTo(400);
    assertThat(staff.get(asked + measure.plusYears(1)).status()).isEqualTo(400);
    assertThat(staff.get(asked + measure + "&of=money").status()).isEqualTo(400);
    assertThat(ROOM.anonymous().get(asked + measure).status()).isEqualTo(401);
  }
}
