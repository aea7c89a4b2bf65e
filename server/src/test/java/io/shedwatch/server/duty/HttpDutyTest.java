package io.shedwatch.server.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what with the roster, and what happens to a request that does not fit. */
final class HttpDutyTest {
  private final TestRoom room = TestRoom.shared();
  private final TestClient officer = room.as("officer");
  private final TestClient staff = room.as("staff");

  private String contact(String name) {
    TestAnswer made = officer.post("/api/v1/duty/contacts", "{\"name\":\"" + name + "\"}");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made.field("contact");
  }

  private TestAnswer shift(String contact, String from, String to) {
    String body = "{\"contact\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}";
    return officer.post("/api/v1/duty/shifts", body.formatted(contact, from, to));
  }

  @Test
  void staffReadTheRosterAndOnlyOfficersChangeIt() {
    assertThat(staff.get("/api/v1/duty").status()).isEqualTo(200);
    staff.post("/api/v1/duty/contacts", "{\"name\":\"x\"}").refuses(403, "not-allowed");
    staff.post("/api/v1/duty/shifts", "{}").refuses(403, "not-allowed");
    staff.send("DELETE", "/api/v1/duty/contacts/c", "", Map.of()).refuses(403, "not-allowed");
    staff.post("/api/v1/inspections", "{}").refuses(403, "not-allowed");
    room.anonymous().get("/api/v1/duty").refuses(401, "not-logged-in");
    room.anonymous().get("/api/v1/inspections").refuses(401, "not-logged-in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\" \"}",
        "{\"name\":\"x\",\"phone\":\"call me\"}",
        "{\"name\":\"x\",\"email\":\"nowhere\"}"
      })
  void aPersonWhoCannotBeWrittenDownIsRefused(String body) {
    officer.post("/api/v1/duty/contacts", body).refuses(400, "invalid");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-02T08:00:00Z, 2026-01-02T08:00:00Z",
    "2026-01-02T08:00:00Z, 2026-01-01T08:00:00Z",
    "2026-01-02T08:00:00Z, 2026-03-02T08:00:00Z",
    "tomorrow, 2026-01-02T08:00:00Z",
    "2026-01-02T08:00:00, 2026-01-02T18:00:00Z",
  })
  void aShiftThatEndsBeforeItBeginsOrLastsMonthsOrHasNoTimeIsRefused(String from, String to) {
    shift(contact("排班"), from, to).refuses(400, "invalid");
  }

  @Test
  void aBodyThatIsNoJsonIsSaidToBeNone() {
    officer.post("/api/v1/duty/contacts", "not json").refuses(400, "bad-json");
  }

  @Test
  void nobodyIsOnDutyWhoIsNotKnown() {
    shift("nobody", "2026-01-02T08:00:00Z", "2026-01-02T18:00:00Z").refuses(404, "not-found");
    officer
        .send("PUT", "/api/v1/duty/grids/g1", "{\"contact\":\"nobody\"}", Map.of())
        .refuses(404, "not-found");
    officer
        .send("PUT", "/api/v1/duty/grids/g99", "{\"contact\":\"" + contact("甲") + "\"}", Map.of())
        .refuses(404, "not-found");
    officer.send("DELETE", "/api/v1/duty/contacts/nobody", "", Map.of()).refuses(404, "not-found");
    officer.send("DELETE", "/api/v1/duty/shifts/none", "", Map.of()).refuses(404, "not-found");
  }

  @Test
  void aShiftIsInTheRosterUntilItIsTakenOff() {
    TestAnswer made = shift(contact("值班乙"), "2031-01-02T08:00:00Z", "2031-01-02T18:00:00Z");
    String shown = "/api/v1/duty?from=2031-01-02T17:00:00Z&to=2031-01-03T00:00:00Z";
    assertThat(staff.get(shown).body()).contains(made.field("shift"), "值班乙");
    TestAnswer gone =
        officer.send("DELETE", "/api/v1/duty/shifts/" + made.field("shift"), "", Map.of());
    assertThat(gone.status()).isEqualTo(204);
    assertThat(staff.get(shown).body()).doesNotContain(made.field("shift"));
    staff.get("/api/v1/duty?from=yesterday").refuses(400, "invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"x\",\"everyDays\":0}",
        "{\"name\":\"\",\"everyDays\":30}",
        "{\"name\":\"x\",\"everyDays\":30,\"shed\":\"s99\"}",
        "{\"name\":\"x\"}"
      })
  void anInspectionWithoutNameIntervalOrKnownShedIsRefused(String body) {
    officer.post("/api/v1/inspections", body).refuses(400, "invalid");
  }

  @Test
  void aRoundOfWhatIsNotInspectedAndAnEmptyNoteAreRefused() {
    staff.post("/api/v1/inspections/none/rounds", "{\"sound\":true}").refuses(404, "not-found");
    officer.send("DELETE", "/api/v1/inspections/none", "", Map.of()).refuses(404, "not-found");
    staff.post("/api/v1/duty/handover", "{\"text\":\"  \"}").refuses(400, "invalid");
  }
}
