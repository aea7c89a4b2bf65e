package io.shedwatch.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HttpLoginTest {
  private static final String LOGIN = "/api/v1/login";
  private final TestRoom room = TestRoom.shared();

  private static String credentials(String user, String password) {
    return "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}";
  }

  @Test
  void theCookieIsOutOfReachForScriptsAndOtherSites() {
    TestAnswer answer = room.anonymous().post(LOGIN, credentials("admin", TestRoom.PASSWORD));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(Map.of("user", "admin", "role", "admin"));
    assertThat(answer.header("Set-Cookie"))
        .matches("shedwatch_login=[A-Za-z0-9_-]{43};.*")
        .contains("HTTPOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Secure");
  }

  @Test
  void meSaysWhoAsks() {
    assertThat(room.anonymous().get("/api/v1/me").body())
        .isEqualTo("{\"user\":null,\"role\":\"resident\"}");
    assertThat(room.as("officer").get("/api/v1/me").body())
        .isEqualTo("{\"user\":\"officer\",\"role\":\"officer\"}");
  }

  @Test
  void aWrongPasswordAndAnUnknownUserAreToldApartByNobody() {
    room.addUser("told-apart", "staff");
    TestAnswer wrong = room.anonymous().post(LOGIN, credentials("told-apart", "not-the-password"));
    TestAnswer unknown = room.anonymous().post(LOGIN, credentials("nobody", "not-the-password"));
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.field("type")).isEqualTo("/problems/login-failed");
    assertThat(unknown).hasToString(wrong.toString());
  }

  @Test
  void aNameIsTakenWhateverItsCase() {
    room.addUser("case", "staff");
    assertThat(room.anonymous().post(LOGIN, credentials(" CASE ", TestRoom.PASSWORD)).status())
        .isEqualTo(200);
  }

  @Test
  void guessingIsStoppedAndSaysHowLong() {
    room.addUser("guessed", "staff");
    TestClient holder = room.login("guessed", TestRoom.PASSWORD);
    for (int i = 0; i < LoginThrottle.PER_USER; i++) {
      assertThat(room.anonymous().post(LOGIN, credentials("guessed", "guess " + i)).status())
          .isEqualTo(401);
    }
    TestAnswer refused = room.anonymous().post(LOGIN, credentials("guessed", TestRoom.PASSWORD));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.field("type")).isEqualTo("/problems/too-many-requests");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(800, 901);
    assertThat(holder.get("/api/v1/me").field("user")).isEqualTo("guessed");
  }

  @Test
  void afterTheLogoutTheTokenIsWorthNothing() {
    TestClient client = room.login("admin", TestRoom.PASSWORD);
    assertThat(client.get("/api/v1/users").status()).isEqualTo(200);
    TestAnswer out = client.post("/api/v1/logout", "");
    assertThat(out.status()).isEqualTo(200);
    assertThat(out.header("Set-Cookie")).contains("shedwatch_login=;", "Max-Age=0");
    assertThat(client.get("/api/v1/users").status()).isEqualTo(401);
  }

  @Test
  void anInventedTokenIsWorthNothing() {
    TestAnswer answer =
        room.anonymous()
            .send(
                "GET", "/api/v1/users", "", Map.of("Cookie", "shedwatch_login=" + "A".repeat(43)));
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void changingOnesPasswordNeedsTheOldOneAndEndsAllLogins() {
    room.addUser("changing", "staff");
    TestClient here = room.login("changing", TestRoom.PASSWORD);
    TestClient there = room.login("changing", TestRoom.PASSWORD);
    String path = "/api/v1/me/password";
    assertThat(here.post(path, "{\"old\":\"wrong-one\",\"changed\":\"another-one\"}").status())
        .isEqualTo(401);
    assertThat(
            here.post(path, "{\"old\":\"" + TestRoom.PASSWORD + "\",\"changed\":\"short\"}")
                .status())
        .isEqualTo(400);
    assertThat(
            here.post(path, "{\"old\":\"" + TestRoom.PASSWORD + "\",\"changed\":\"another-one\"}")
                .status())
        .isEqualTo(204);
    assertThat(there.get("/api/v1/me").field("role")).isEqualTo("resident");
    assertThat(room.login("changing", "another-one").get("/api/v1/me").field("user"))
        .isEqualTo("changing");
  }
}
