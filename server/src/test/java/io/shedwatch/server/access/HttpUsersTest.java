package io.shedwatch.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HttpUsersTest {
  private static final String USERS = "/api/v1/users";
  private final TestRoom room = TestRoom.shared();
  private final TestClient admin = room.as("admin");

  private TestAnswer patch(String user, String body) {
    return admin.send("PATCH", USERS + "/" + user, body, Map.of());
  }

  @Test
  void addsAUserOnceAndNeverShowsAPassword() {
    String body = "{\"user\":\"fresh\",\"role\":\"staff\",\"password\":\"0123456789\"}";
    TestAnswer added = admin.post(USERS, body);
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.json()).containsEntry("user", "fresh").containsEntry("disabled", false);
    assertThat(admin.post(USERS, body).field("type")).isEqualTo("/problems/conflict");
    assertThat(admin.get(USERS).body()).contains("\"fresh\"").doesNotContain("$2a$");
  }

  @Test
  void refusesWhatIsNoUser() {
    for (String body :
        new String[] {
          "{\"user\":\"UPPER\",\"role\":\"staff\",\"password\":\"0123456789\"}",
          "{\"user\":\"ok\",\"role\":\"king\",\"password\":\"0123456789\"}",
          "{\"user\":\"ok\",\"role\":\"staff\",\"password\":\"short\"}",
          "{\"user\":\"ok\",\"role\":\"staff\"}",
          "{}",
        }) {
      TestAnswer answer = admin.post(USERS, body);
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
  }

  @Test
  void aChangedRoleEndsTheLoginsAndCountsAtTheNextOne() {
    room.addUser("risen", "staff");
    TestClient before = room.login("risen", TestRoom.PASSWORD);
    assertThat(before.get("/api/v1/staff-actions").status()).isEqualTo(403);
    assertThat(patch("risen", "{\"role\":\"officer\"}").field("role")).isEqualTo("officer");
    assertThat(before.get("/api/v1/staff-actions").status()).isEqualTo(401);
    TestClient after = room.login("risen", TestRoom.PASSWORD);
    assertThat(after.get("/api/v1/staff-actions").status()).isEqualTo(200);
  }

  @Test
  void aDisabledUserIsOutAtOnceAndStaysOut() {
    room.addUser("gone", "staff");
    TestClient before = room.login("gone", TestRoom.PASSWORD);
    assertThat(patch("gone", "{\"disabled\":true}").field("disabled")).isEqualTo("true");
    assertThat(before.get("/api/v1/me").field("role")).isEqualTo("resident");
    TestAnswer again =
        room.anonymous()
            .post(
                "/api/v1/login", "{\"user\":\"gone\",\"password\":\"" + TestRoom.PASSWORD + "\"}");
    assertThat(again.field("type")).isEqualTo("/problems/login-failed");
  }

  @Test
  void theLastAdminCannotLockEverybodyOut() {
    assertThat(patch("admin", "{\"role\":\"staff\"}").status()).isEqualTo(409);
    assertThat(patch("admin", "{\"disabled\":true}").status()).isEqualTo(409);
    assertThat(patch("nobody", "{\"disabled\":true}").status()).isEqualTo(404);
    assertThat(admin.get("/api/v1/me").field("role")).isEqualTo("admin");
  }

  @Test
  void everyChangeIsWrittenDownAlsoARefusedOne() {
    TestClient staff = room.as("staff");
    assertThat(staff.post(USERS, "{\"user\":\"mine\"}").status()).isEqualTo(403);
    room.addUser("noted", "staff");
    room.login("noted", TestRoom.PASSWORD);
    String audit = room.as("officer").get("/api/v1/staff-actions").body();
    assertThat(audit)
        .contains(
            "\"user\":\"staff\",\"address\":\"127.0.0.1\",\"method\":\"POST\",\"path\":\"/api/v1/users\",\"status\":403")
        .contains(
            "\"user\":\"admin\",\"address\":\"127.0.0.1\",\"method\":\"POST\",\"path\":\"/api/v1/users\",\"status\":201")
        .contains("\"path\":\"/api/v1/login\",\"status\":200");
    assertThat(audit).doesNotContain(TestRoom.PASSWORD);
  }

  @Test
  void theAuditPagesBackwards() {
    TestClient officer = room.as("officer");
    for (int i = 0; i < 101; i++) {
      officer.send("PUT", "/api/v1/page-" + i, "", Map.of());
    }
    TestAnswer first = officer.get("/api/v1/staff-actions");
    TestAnswer second = officer.get("/api/v1/staff-actions?before=" + first.field("next"));
    assertThat(first.body()).contains("/api/v1/page-100\"").doesNotContain("/api/v1/page-0\"");
    assertThat(second.body()).contains("/api/v1/page-0\"").doesNotContain("/api/v1/page-100\"");
    assertThat(officer.get("/api/v1/staff-actions?before=last").status()).isEqualTo(400);
  }
}
