package io.shedwatch.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders over HTTP: whom they reach, what must be confirmed, and what is refused. */
final class HttpCommandsTest {
  private static final String OPEN = "{\"do\":\"open-relay\"}";
  private static final String OPEN_MANY = "{\"do\":\"open-relay\",\"confirm\":true}";

  private final TestRoom room = TestRoom.shared();
  private final TestClient staff = room.as("staff");

  @Test
  void nobodyOrdersWithoutALogin() {
    room.anonymous().post("/api/v1/sockets/s01/1/commands", OPEN).refuses(401, "not-logged-in");
    room.anonymous().post("/api/v1/sheds/s01/commands", OPEN_MANY).refuses(401, "not-logged-in");
    room.anonymous().post("/api/v1/commands", OPEN_MANY).refuses(401, "not-logged-in");
    room.anonymous().get("/api/v1/commands").refuses(401, "not-logged-in");
  }

  @Test
  void anOrderIsTakenWithItsAddressAndHasNoOutcomeYet() {
    TestAnswer taken = staff.post("/api/v1/sockets/s10/4/commands", OPEN);
    assertThat(taken.status()).isEqualTo(202);
    assertThat(taken.header("Location")).isEqualTo("/api/v1/commands/" + taken.field("command"));
    TestAnswer kept = staff.get(taken.header("Location"));
    assertThat(kept.field("do")).isEqualTo("open-relay");
    assertThat(kept.field("by")).isEqualTo("staff");
    assertThat(kept.field("result")).isEqualTo("null");
    String command = taken.field("command");
    assertThat(staff.get("/api/v1/sockets/s10/4/commands").body()).contains(command);
    assertThat(staff.get("/api/v1/sheds/s10/commands").body()).contains(command);
    assertThat(staff.get("/api/v1/commands").body()).contains(command);
    assertThat(staff.get("/api/v1/sockets/s10/5/commands").body()).doesNotContain(command);
  }

  @ParameterizedTest
  @CsvSource({"s99,1", "s01,0", "s01,12", "s01,-1", "S01,1"})
  void whatDoesNotExistIsNotOrdered(String shed, int socket) {
    String path = "/api/v1/sockets/" + shed + "/" + socket + "/commands";
    staff.post(path, OPEN).refuses(404, "not-found");
    staff.get(path).refuses(404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"do\":\"\"}", "{\"do\":\"explode\"}", "{\"do\":\"OPEN-RELAY\"}"})
  void anActionThatIsNoneIsRefused(String body) {
    staff.post("/api/v1/sockets/s01/1/commands", body).refuses(400, "invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/sheds/s11/commands", "/api/v1/commands"})
  void whatReachesManySocketsMustBeConfirmedAndNeverResets(String path) {
    staff.post(path, "{\"do\":\"open-relay\",\"confirm\":false}").refuses(400, "invalid");
    staff.post(path, OPEN).refuses(400, "invalid");
    staff.post(path, "{\"do\":\"reset-trip\",\"confirm\":true}").refuses(400, "invalid");
    assertThat(staff.get("/api/v1/sheds/s11/commands").body()).contains("\"items\":[]");
  }

  @Test
  void anOrderToAShedIsOneOrderASocket() {
    TestAnswer taken = staff.post("/api/v1/sheds/s12/commands", OPEN_MANY);
    assertThat(taken.status()).isEqualTo(202);
    assertThat(taken.body().split("\"command\":", -1)).hasSize(1 + sockets("s12"));
    staff.post("/api/v1/sheds/s99/commands", OPEN_MANY).refuses(404, "not-found");
  }

  @Test
  void anOrderThatDoesNotExistAndAPageThatIsNoneAreRefused() {
    staff.get("/api/v1/commands/none").refuses(404, "not-found");
    staff.get("/api/v1/commands?limit=0").refuses(400, "invalid");
    staff.get("/api/v1/commands?cursor=abc").refuses(400, "invalid");
    staff.get("/api/v1/sheds/s99/commands").refuses(404, "not-found");
  }

  private int sockets(String shed) {
    String site = staff.get("/api/v1/site").body();
    return Integer.parseInt(
        site.replaceAll("(?s).*\"shed\":\"" + shed + "\"[^}]*}[^}]*?\"sockets\":(\\d+).*", "$1"));
  }
}
