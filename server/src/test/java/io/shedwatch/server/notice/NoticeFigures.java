package io.shedwatch.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import io.shedwatch.server.notice.courier.StandIn;
import io.shedwatch.testkit.Await;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures for docs/benchmarks.md: from an alert's commit to the receiver; run by name only. */
final class NoticeFigures {
  private static final int DRILLS = 40;

  @Test
  void fromACriticalAlertToTheWebhook() throws Exception {
    List<Long> millis = new ArrayList<>();
    try (TestRoom room = TestRoom.start(Map.of());
        StandIn hook = StandIn.answering(200, "")) {
      TestClient officer = room.as("officer");
      officer.post(
          "/api/v1/notices/routes",
          "{\"name\":\"hook\",\"courier\":\"webhook\",\"address\":\"%s\",\"tellsClears\":false}"
              .formatted(hook.url("/")));
      for (int i = 0; i < DRILLS; i++) {
        int before = hook.heard().size();
        long begun = System.nanoTime();
        String drill =
            officer
                .post(
                    "/api/v1/drills",
                    "{\"shed\":\"s%02d\",\"kind\":\"smoke\",\"announced\":true}"
                        .formatted(1 + i % 17))
                .field("drill");
        Await.until("it arrives", () -> hook.heard().size() > before);
        officer.post("/api/v1/drills/" + drill + "/end", "");
        millis.add((hook.heard().get(before).atNanos() - begun) / 1_000_000);
      }
    }
    Collections.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "FIGURES n=%d p50=%d ms p90=%d ms max=%d ms%n",
        millis.size(),
        millis.get(DRILLS / 2),
        millis.get(DRILLS * 9 / 10),
        millis.get(DRILLS - 1));
    assertThat(millis).hasSize(DRILLS);
  }
}
