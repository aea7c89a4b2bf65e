package io.shedwatch.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Planned outages over HTTP. */
final class HttpMaintenanceTest {
  private final TestRoom room = TestRoom.shared();
  private final TestClient staff = room.as("staff");

  private static String path(String shed) {
    return "/api/v1/sheds/" + shed + "/maintenance";
  }

  private TestAnswer plan(String shed, Duration fromNow, String why) {
    String body = "{\"until\":\"%s\",\"why\":\"%s\"}";
    return staff.send(
        "PUT", path(shed), body.formatted(Instant.now().plus(fromNow), why), Map.of());
  }

  @Test
  void anOutageIsShownWithItsReasonUntilItEnds() {
    staff.get(path("s05")).refuses(404, "not-found");
    TestAnswer begun = plan("s05", Duration.ofHours(2), "更换断路器");
    assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
    assertThat(begun.field("startedBy")).isEqualTo("staff");
    assertThat(staff.get(path("s05")).field("why")).isEqualTo("更换断路器");
    assertThat(plan("s05", Duration.ofHours(4), "等备件").status()).isEqualTo(200);
    assertThat(staff.get(path("s05")).field("why")).isEqualTo("等备件");
    assertThat(staff.send("DELETE", path("s05"), "", Map.of()).status()).isEqualTo(204);
    staff.get(path("s05")).refuses(404, "not-found");
    assertThat(staff.send("DELETE", path("s05"), "", Map.of()).status()).isEqualTo(204);
  }

  @Test
  void residentsReadTheReasonAndNotWhoPlannedIt() {
    plan("s06", Duration.ofHours(1), "检修照明");
    assertThat(room.anonymous().get("/api/v1/sheds/s06").body())
        .contains("检修照明")
        .doesNotContain("\"staff\"");
    room.anonymous().get(path("s06")).refuses(401, "not-logged-in");
    room.anonymous().send("DELETE", path("s06"), "", Map.of()).refuses(401, "not-logged-in");
    staff.send("DELETE", path("s06"), "", Map.of());
  }

  @Test
  void anOutageInThePastOrOfMonthsOrWithoutAReasonIsNone() {
    plan("s07", Duration.ofMinutes(-1), "x").refuses(400, "invalid");
    plan("s07", Duration.ofDays(31), "x").refuses(400, "invalid");
    plan("s07", Duration.ofHours(1), " ").refuses(400, "invalid");
    plan("s07", Duration.ofHours(1), "x".repeat(501)).refuses(400, "invalid");
    staff
        .send("PUT", path("s07"), "{\"until\":\"tonight\",\"why\":\"x\"}", Map.of())
        .refuses(400, "invalid");
    staff.get(path("s07")).refuses(404, "not-found");
  }

  @Test
  void aShedThatDoesNotExistHasNoOutage() {
    plan("s99", Duration.ofHours(1), "x").refuses(404, "not-found");
    staff.get(path("s99")).refuses(404, "not-found");
    staff.send("DELETE", path("s99"), "", Map.of()).refuses(404, "not-found");
  }
}
