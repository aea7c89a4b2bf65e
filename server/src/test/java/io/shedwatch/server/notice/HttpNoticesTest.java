package io.shedwatch.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import io.shedwatch.server.notice.courier.StandIn;
import io.shedwatch.testkit.Await;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Routes, test messages, duty and drills of a whole control room, against a stand-in gateway. */
final class HttpNoticesTest {
  private static TestRoom room;
  private StandIn gateway;

  @BeforeAll
  static void start() {
    room = TestRoom.start(Map.of());
  }

  @AfterAll
  static void stop() {
    room.close();
  }

  @BeforeEach
  void open() throws IOException {
    gateway = StandIn.answering(200, "");
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  private String route(String more) {
    TestAnswer added =
        room.as("officer")
            .post(
                "/api/v1/notices/routes",
                "{\"name\":\"短信\",\"courier\":\"webhook\",\"address\":\"%s\",\"secret\":\"hush-hush\"%s}"
                    .formatted(gateway.url("/sms?token=very-secret"), more));
    assertThat(added.status()).as(added.toString()).isEqualTo(201);
    return added.field("route");
  }

  @Test
  void addressesAndSecretsAreNeverShownAgainAndStayWhenLeftOut() {
    String id = route("");
    TestClient officer = room.as("officer");
    String change = "{\"name\":\"短信二\",\"courier\":\"webhook\",\"least\":\"critical\"}";
    TestAnswer changed = officer.send("PUT", "/api/v1/notices/routes/" + id, change, Map.of());
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    TestAnswer list = officer.get("/api/v1/notices/routes");
    assertThat(list.body())
        .contains("短信二", "127.0.0.1", "\"hasSecret\":true")
        .doesNotContain("very-secret", "hush-hush");
    officer.post("/api/v1/notices/routes/" + id + "/test", "");
    Await.until("the test message arrives", () -> !gateway.heard().isEmpty());
    assertThat(gateway.heard().get(0).query()).isEqualTo("token=very-secret");
    assertThat(gateway.heard().get(0).headers()).containsKey("x-shedwatch-signature");
    officer.send("DELETE", "/api/v1/notices/routes/" + id, "", Map.of());
  }

  @Test
  void aTestMessageSaysHowItWentAndIsTriedOnce() {
    gateway.then(StandIn.Answer.of(503, ""));
    String id = route("");
    TestClient officer = room.as("officer");
    TestAnswer begun = officer.post("/api/v1/notices/routes/" + id + "/test", "");
    assertThat(begun.status()).isEqualTo(202);
    String notice = "/api/v1/notices/" + begun.field("notice");
    Await.until("it ended", () -> officer.get(notice).field("state").equals("failed"));
    assertThat(officer.get(notice).field("outcome")).isEqualTo("HTTP 503");
    assertThat(gateway.heard()).hasSize(1);
    officer.send("DELETE", "/api/v1/notices/routes/" + id, "", Map.of());
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    TestAnswer refused =
        room.as("officer")
            .post(
                "/api/v1/notices/routes",
                "{\"name\":\"x\",\"courier\":\"wecom\",\"address\":\"ftp://x/\"}");
    assertThat(refused.status()).isEqualTo(400);
  }

  @Test
  void aDrillReachesThePersonOnDutyMarkedAsOneAndIsMeasured() {
    TestClient officer = room.as("officer");
    String id = route(",\"audience\":\"duty\",\"least\":\"critical\"");
    String li =
        officer
            .post("/api/v1/duty/contacts", "{\"name\":\"李雷\",\"phone\":\"13800000000\"}")
            .field("contact");
    TestAnswer shift =
        officer.post(
            "/api/v1/duty/shifts",
            "{\"contact\":\"%s\",\"from\":\"%d\",\"to\":\"%d\"}"
                .formatted(
                    li, System.currentTimeMillis() - 60_000, System.currentTimeMillis() + 600_000));
    assertThat(shift.status()).as(shift.toString()).isEqualTo(201);
    assertThat(room.as("staff").get("/api/v1/duty").body()).contains("李雷");
    TestAnswer begun =
        officer.post("/api/v1/drills", "{\"shed\":\"s03\",\"kind\":\"smoke\",\"announced\":true}");
    assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
    String drill = begun.field("drill");
    assertThat(
            officer
                .post("/api/v1/drills", "{\"shed\":\"s03\",\"kind\":\"smoke\",\"announced\":true}")
                .status())
        .as("one at a time")
        .isEqualTo(409);
    Await.until("the message arrives", () -> !gateway.heard().isEmpty());
    assertThat(gateway.heard().get(0).body())
        .contains("\"drill\":true", "【演练】【紧急】烟雾", "\"phone\":\"13800000000\"");
    room.as("staff").post("/api/v1/alerts/" + drill + "/acknowledge", "");
    TestAnswer solved =
        room.as("staff").post("/api/v1/incidents/" + drill + "/resolve", "{\"why\":\"练完\"}");
    assertThat(solved.status()).as(solved.toString()).isEqualTo(200);
    assertThat(officer.post("/api/v1/drills/" + drill + "/end", "").status()).isEqualTo(200);
    Await.until(
        "it is measured",
        () -> !room.as("staff").get("/api/v1/drills").body().contains("\"noticeSeconds\":null"));
    assertThat(room.as("staff").get("/api/v1/drills").body())
        .doesNotContain("\"acknowledgeSeconds\":null", "\"closeSeconds\":null");
    assertThat(room.as("staff").get("/api/v1/commands").body())
        .as("a drill never orders anything")
        .contains("\"items\":[]");
    officer.send("DELETE", "/api/v1/notices/routes/" + id, "", Map.of());
    officer.send("DELETE", "/api/v1/duty/contacts/" + li, "", Map.of());
    assertThat(officer.get("/api/v1/duty").body()).doesNotContain("李雷");
  }

  @Test
  void whatWaitsForSomebodyToTakeItIsShownToStaffWithItsReason() {
    String id = route(",\"least\":\"critical\",\"afterMinutes\":30");
    TestClient officer = room.as("officer");
    TestClient staff = room.as("staff");
    String drill =
        officer
            .post("/api/v1/drills", "{\"shed\":\"s05\",\"kind\":\"smoke\",\"announced\":true}")
            .field("drill");
    Await.until("it is routed", () -> staff.get("/api/v1/notices/waiting").body().contains(drill));
    assertThat(staff.get("/api/v1/notices/waiting").body())
        .contains("\"why\":\"escalation\"", "\"drill\":true", "\"routeName\":\"短信\"");
    assertThat(room.anonymous().get("/api/v1/notices/waiting").status()).isEqualTo(401);
    staff.post("/api/v1/alerts/" + drill + "/acknowledge", "");
    officer.post("/api/v1/drills/" + drill + "/end", "");
    officer.send("DELETE", "/api/v1/notices/routes/" + id, "", Map.of());
    Await.until(
        "nothing waits on a route that is gone",
        () -> !staff.get("/api/v1/notices/waiting").body().contains(drill));
  }

  @Test
  void aRoundMovesTheDateThatIsDue() {
    TestClient officer = room.as("officer");
    String id =
        officer
            .post(
                "/api/v1/inspections", "{\"name\":\"灭火器 3号车棚\",\"shed\":\"s03\",\"everyDays\":30}")
            .field("inspection");
    TestAnswer done =
        room.as("staff")
            .post("/api/v1/inspections/" + id + "/rounds", "{\"sound\":false,\"note\":\"压力低\"}");
    assertThat(done.field("result")).isEqualTo("defect");
    assertThat(done.field("doneBy")).isEqualTo("staff");
    assertThat(done.field("overdue")).isEqualTo("false");
  }

  @Test
  void theHandoverNoteSaysHowMuchIsOpenAndAGridHasItsLeader() {
    TestAnswer note = room.as("staff").post("/api/v1/duty/handover", "{\"text\":\"3号车棚灯坏\"}");
    assertThat(note.status()).as(note.toString()).isEqualTo(201);
    assertThat(room.as("staff").get("/api/v1/duty/handover").body())
        .contains("3号车棚灯坏", "\"openIncidents\"");
    TestClient officer = room.as("officer");
    String wang = officer.post("/api/v1/duty/contacts", "{\"name\":\"王芳\"}").field("contact");
    TestAnswer grids =
        officer.send("PUT", "/api/v1/duty/grids/g1", "{\"contact\":\"" + wang + "\"}", Map.of());
    assertThat(grids.body()).contains("王芳");
  }
}
