package io.shedwatch.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.alert.Subject;
import io.shedwatch.server.incident.JdbcAlertDesk;
import io.shedwatch.server.web.Client;
import io.shedwatch.server.web.Room;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A month is judged by what happened, and not by what was practised. */
final class HttpMonthlyTest {
  private static final String MONTHLY = "/api/v1/reports/monthly";

  @Test
  void aDrillIsInNoFigureOfTheMonth() throws Exception {
    try (Room room = Room.start(Map.of())) {
      Client admin = room.admin();
      room.part(JdbcAlertDesk.class)
          .raise(
              AlertRaised.of(
                      "real",
                      "hardware",
                      Severity.CRITICAL,
                      Subject.of(ShedAddress.of("liuxi", "s03"), OptionalInt.empty()),
                      room.part(InstantSource.class).millis())
                  .ofKind("smoke"));
      done(admin, "real");
      String before = month(admin);
      assertThat(before)
          .as("what is real counts")
          .contains("\"incidents\":1", "\"kinds\":[{\"name\":\"smoke\",\"count\":1}]")
          .contains("\"sheds\":[{\"name\":\"s03\",\"count\":1}]", "\"alerts\":{\"alerts\":1,")
          .contains("\"acknowledge\":{\"count\":1,", "\"close\":{\"count\":1,")
          .contains("\"peakTenMinutes\":1");

      for (int i = 0; i < 4; i++) {
        String drill =
            admin
                .post("/api/v1/drills", "{\"shed\":\"s03\",\"kind\":\"smoke\",\"announced\":true}")
                .body()
                .replaceAll(".*\"drill\":\"([^\"]+)\".*", "$1");
        assertThat(month(admin)).as("while it lasts").isEqualTo(before);
        done(admin, drill);
        assertThat(admin.post("/api/v1/drills/" + drill + "/end", "").statusCode()).isEqualTo(200);
        assertThat(month(admin)).as("when it is over").isEqualTo(before);
      }
    }
  }

  /** People take it and settle it, as they do with everything. */
  private static void done(Client admin, String id) {
    assertThat(admin.post("/api/v1/alerts/" + id + "/acknowledge", "{}").statusCode())
        .isEqualTo(200);
    String incident = "/api/v1/incidents/" + id;
    assertThat(admin.post(incident + "/acknowledge", "{}").statusCode()).isEqualTo(200);
    assertThat(admin.post(incident + "/resolve", "{\"why\":\"看过\"}").statusCode()).isEqualTo(200);
  }

  /** The figures without what moves with the clock alone. */
  private static String month(Client admin) {
    return admin
        .get(MONTHLY)
        .body()
        .replaceAll("\"to\":\"[^\"]*\"", "")
        .replaceAll("\"(perDay|floodShare)\":[0-9.E-]+", "");
  }
}
