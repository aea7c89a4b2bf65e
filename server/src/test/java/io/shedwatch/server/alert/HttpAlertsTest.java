package io.shedwatch.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts over HTTP: who may, what does not fit, and what happens twice. A drill raises them. */
final class HttpAlertsTest {
  private static final String[] KINDS = {
    "smoke", "overcurrent", "overpower", "undervoltage", "overvoltage", "fuse-blown", "other"
  };
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final TestRoom room = TestRoom.shared();
  private final TestClient staff = room.as("staff");

  /** The address of a new open alert. */
  private String alert() {
    String drill = "{\"shed\":\"s08\",\"kind\":\"%s\",\"announced\":true}";
    String kind = KINDS[NUMBER.getAndIncrement()];
    TestAnswer begun = room.as("officer").post("/api/v1/drills", drill.formatted(kind));
    assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
    return "/api/v1/alerts/" + begun.field("alert");
  }

  private static String shelving(Duration fromNow) {
    return "{\"until\":\"" + Instant.now().plus(fromNow) + "\",\"why\":\"等备件\"}";
  }

  @Test
  void nobodyReadsAlertsWithoutALogin() {
    room.anonymous().get("/api/v1/alerts").refuses(401, "not-logged-in");
    room.anonymous().get("/api/v1/alerts/a").refuses(401, "not-logged-in");
    room.anonymous().post("/api/v1/alerts/a/acknowledge", "").refuses(401, "not-logged-in");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acknowledge | {}",
        "assign | {\"to\":\"li\"}",
        "comment | {\"text\":\"x\"}",
        "unshelve | {}",
      })
  void whatDoesNotExistCannotBeChanged(String action, String body) {
    staff.post("/api/v1/alerts/none/" + action, body).refuses(404, "not-found");
    staff.get("/api/v1/alerts/none").refuses(404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=broken",
        "severity=terrible",
        "from=yesterday",
        "to=2026-01-01T08:00:00",
        "limit=0",
        "limit=501",
        "cursor=abc"
      })
  void aQueryThatDoesNotFitNamesWhatDoes(String query) {
    staff.get("/api/v1/alerts?" + query).refuses(400, "invalid");
  }

  @Test
  void theFirstWhoAcknowledgesIsKept() {
    String alert = alert();
    assertThat(staff.get(alert).field("state")).isEqualTo("active-unacknowledged");
    TestAnswer first = staff.post(alert + "/acknowledge", "");
    assertThat(first.field("state")).isEqualTo("active-acknowledged");
    assertThat(first.field("acknowledgedBy")).isEqualTo("staff");
    TestAnswer second = room.as("officer").post(alert + "/acknowledge", "");
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.field("acknowledgedBy")).isEqualTo("staff");
    assertThat(second.field("acknowledgedAt")).isEqualTo(first.field("acknowledgedAt"));
  }

  @Test
  void anAlertIsGivenToSomebodyAndTakenBack() {
    String alert = alert();
    assertThat(staff.post(alert + "/assign", "{\"to\":\" 张师傅 \"}").field("assignedTo"))
        .isEqualTo("张师傅");
    assertThat(staff.post(alert + "/assign", "{\"to\":\"\"}").field("assignedTo"))
        .isEqualTo("null");
    staff.post(alert + "/assign", "{\"to\":\"" + "x".repeat(65) + "\"}").refuses(400, "invalid");
    staff.post(alert + "/assign", "{\"to\":").refuses(400, "bad-json");
  }

  @Test
  void aCommentIsKeptWithItsAuthorAndAnEmptyOneIsNone() {
    String alert = alert();
    assertThat(staff.post(alert + "/comment", "{\"text\":\" 已到现场 \"}").status()).isEqualTo(200);
    assertThat(staff.get(alert + "/comments").body())
        .contains("\"text\":\"已到现场\"", "\"by\":\"staff\"");
    staff.post(alert + "/comment", "{\"text\":\"  \"}").refuses(400, "invalid");
    staff.post(alert + "/comment", "{}").refuses(400, "invalid");
  }

  @Test
  void anAlertIsPutAsideForAWeekAtMostAndNeverWithoutAReason() {
    String alert = alert();
    staff.post(alert + "/shelve", shelving(Duration.ofDays(8))).refuses(400, "invalid");
    staff.post(alert + "/shelve", shelving(Duration.ofMinutes(-1))).refuses(400, "invalid");
    staff
        .post(alert + "/shelve", shelving(Duration.ofHours(1)).replace("等备件", " "))
        .refuses(400, "invalid");
    staff.post(alert + "/shelve", "{\"until\":\"tomorrow\",\"why\":\"x\"}").refuses(400, "invalid");
    TestAnswer shelved = staff.post(alert + "/shelve", shelving(Duration.ofHours(1)));
    assertThat(shelved.field("shelvedUntil")).isNotEqualTo("null");
    assertThat(staff.post(alert + "/unshelve", "").field("shelvedUntil")).isEqualTo("null");
  }

  @Test
  void whatIsClosedIsNeitherGivenNorPutAside() {
    String alert = alert();
    staff.post(alert + "/acknowledge", "");
    String drill = alert.substring(alert.lastIndexOf('/') + 1);
    room.as("officer").post("/api/v1/drills/" + drill + "/end", "");
    assertThat(staff.get(alert).field("state")).isEqualTo("closed");
    staff.post(alert + "/assign", "{\"to\":\"li\"}").refuses(409, "conflict");
    staff.post(alert + "/shelve", shelving(Duration.ofHours(1))).refuses(409, "conflict");
    assertThat(staff.get("/api/v1/alerts?state=open").body()).doesNotContain(drill);
    assertThat(staff.get("/api/v1/alerts?state=closed&shed=s08").body()).contains(drill);
  }

  @Test
  void pagesHoldEachAlertOnce() {
    String first = alert();
    String second = alert();
    TestAnswer page = staff.get("/api/v1/alerts?limit=1&shed=s08&rule=drill");
    TestAnswer next =
        staff.get("/api/v1/alerts?limit=1&shed=s08&rule=drill&cursor=" + page.field("next"));
    assertThat(page.body()).contains(second.substring(second.lastIndexOf('/') + 1));
    assertThat(next.body()).contains(first.substring(first.lastIndexOf('/') + 1));
  }
}
