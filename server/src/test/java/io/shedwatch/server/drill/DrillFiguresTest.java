package io.shedwatch.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import io.shedwatch.server.notice.courier.StandIn;
import io.shedwatch.testkit.Await;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A drill is shown as one wherever it is shown, and no figure counts it. */
final class DrillFiguresTest {
  private static final String SMOKE = "{\"shed\":\"s03\",\"kind\":\"smoke\",\"announced\":true}";

  @Test
  void aDrillIsMarkedInAlertsIncidentsAndMessagesAndCountedNowhere() throws Exception {
    try (TestRoom room = TestRoom.start(Map.of());
        StandIn hook = StandIn.answering(200, "")) {
      TestClient officer = room.as("officer");
      TestClient staff = room.as("staff");
      String route = "{\"name\":\"hook\",\"courier\":\"webhook\",\"address\":\"%s\"}";
      officer.post("/api/v1/notices/routes", route.formatted(hook.url("/")));
      String figures = figures(room);
      String drill = officer.post("/api/v1/drills", SMOKE).field("drill");
      Await.until("the message arrives", () -> !hook.heard().isEmpty());
      Await.until("its outcome is stored", () -> sent(staff).contains("\"state\":\"sent\""));

      TestAnswer alert = staff.get("/api/v1/alerts/" + drill);
      assertThat(alert.field("rule")).isEqualTo("drill");
      assertThat(staff.get("/api/v1/incidents/" + drill).field("kind")).isEqualTo("drill");
      assertThat(sent(staff)).contains("\"drill\":true", "【演练】");
      assertThat(hook.heard().get(0).body()).contains("\"drill\":true", "【演练】");
      assertThat(figures(room)).as("figures").isEqualTo(figures);

      officer.post("/api/v1/drills/" + drill + "/end", "");
      assertThat(figures(room)).as("figures after its end").isEqualTo(figures);
    }
  }

  private static String sent(TestClient staff) {
    return staff.get("/api/v1/notices").body();
  }

  /** All that a person or a dashboard adds up: what is open, sessions, what was delivered. */
  private static String figures(TestRoom room) {
    TestClient staff = room.as("staff");
    TestAnswer handover = staff.get("/api/v1/duty/handover");
    String delivered =
        room.anonymous()
            .get("/prometheus")
            .body()
            .lines()
            .filter(line -> line.matches("shedwatch_(notices|alerts|incidents|sessions).*"))
            .sorted()
            .toList()
            .toString();
    return String.join(
        " ",
        handover.field("openAlerts"),
        handover.field("openIncidents"),
        staff.get("/api/v1/sessions").body(),
        delivered);
  }
}
