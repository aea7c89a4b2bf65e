package io.shedwatch.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Incidents over HTTP: who may, what does not fit, and which state allows what. */
final class HttpIncidentsTest {
  private static final String[] KINDS = {"smoke", "overcurrent", "overpower", "other"};
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final TestRoom room = TestRoom.shared();
  private final TestClient staff = room.as("staff");
  private final TestClient officer = room.as("officer");

  /** The address of a new open incident: a drill's. */
  private String incident() {
    String drill = "{\"shed\":\"s09\",\"kind\":\"%s\",\"announced\":true}";
    TestAnswer begun =
        officer.post("/api/v1/drills", drill.formatted(KINDS[NUMBER.getAndIncrement()]));
    assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
    return "/api/v1/incidents/" + begun.field("incident");
  }

  @Test
  void nobodyReadsTheLogWithoutALogin() {
    for (String path : new String[] {"", "/i", "/i/events", "/verification"}) {
      room.anonymous().get("/api/v1/incidents" + path).refuses(401, "not-logged-in");
    }
    room.anonymous().post("/api/v1/incidents/i/resolve", "{}").refuses(401, "not-logged-in");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acknowledge | {}",
        "comment | {\"text\":\"x\"}",
        "resolve | {\"why\":\"x\"}",
        "reopen | {\"why\":\"x\"}",
      })
  void whatDoesNotExistCannotBeChanged(String action, String body) {
    staff.post("/api/v1/incidents/none/" + action, body).refuses(404, "not-found");
    staff.get("/api/v1/incidents/none").refuses(404, "not-found");
    staff.get("/api/v1/incidents/none/events").refuses(404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=lost",
        "severity=terrible",
        "from=yesterday",
        "to=08:00",
        "limit=0",
        "limit=501",
        "cursor=abc"
      })
  void aQueryThatDoesNotFitNamesWhatDoes(String query) {
    staff.get("/api/v1/incidents?" + query).refuses(400, "invalid");
  }

  @Test
  void anIncidentGoesThroughItsStatesAndEachStepIsInItsStory() {
    String incident = incident();
    assertThat(staff.post(incident + "/reopen", "{\"why\":\"x\"}").field("state"))
        .as("it is open already")
        .isEqualTo("open");
    officer.post(incident + "/close", "").refuses(409, "conflict");
    assertThat(staff.post(incident + "/acknowledge", "").field("state")).isEqualTo("acknowledged");
    assertThat(staff.post(incident + "/resolve", "{\"why\":\"换了插座\"}").field("state"))
        .isEqualTo("resolved");
    assertThat(officer.post(incident + "/close", "").field("state")).isEqualTo("closed");
    assertThat(staff.post(incident + "/reopen", "{\"why\":\"又冒烟\"}").field("state"))
        .isEqualTo("open");
    assertThat(staff.get(incident + "/events").body())
        .containsSubsequence(
            "\"event\":\"opened\"",
            "\"event\":\"acknowledged\"",
            "\"event\":\"resolved\"",
            "\"event\":\"closed\"",
            "\"event\":\"reopened\"");
  }

  @Test
  void onlyOfficersPutAnIncidentAway() {
    String incident = incident();
    staff.post(incident + "/resolve", "{\"why\":\"好了\"}");
    staff.post(incident + "/close", "").refuses(403, "not-allowed");
    assertThat(staff.get(incident).field("state")).isEqualTo("resolved");
  }

  @Test
  void nothingIsSolvedOrWrittenWithoutWords() {
    String incident = incident();
    staff.post(incident + "/resolve", "{\"why\":\" \"}").refuses(400, "invalid");
    staff.post(incident + "/resolve", "{}").refuses(400, "invalid");
    staff.post(incident + "/comment", "{\"text\":\"\"}").refuses(400, "invalid");
    staff.post(incident + "/comment", "words").refuses(400, "bad-json");
    assertThat(staff.get(incident).field("state")).isEqualTo("open");
  }

  @Test
  void pagesOfAStoryHoldEachEventOnceInOrder() {
    String incident = incident();
    staff.post(incident + "/comment", "{\"text\":\"一\"}");
    staff.post(incident + "/comment", "{\"text\":\"二\"}");
    TestAnswer page = staff.get(incident + "/events?limit=2");
    assertThat(page.body()).contains("\"opened\"", "一").doesNotContain("二");
    TestAnswer next = staff.get(incident + "/events?limit=2&cursor=" + page.field("next"));
    assertThat(next.body()).contains("二").doesNotContain("\"opened\"");
    assertThat(next.field("next")).isEqualTo("null");
  }
}
