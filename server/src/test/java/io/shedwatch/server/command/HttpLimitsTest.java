package io.shedwatch.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits over HTTP: officers change them, within bounds, from the version they saw. */
final class HttpLimitsTest {
  private final TestRoom room = TestRoom.shared();
  private final TestClient staff = room.as("staff");
  private final TestClient officer = room.as("officer");

  private TestAnswer change(String shed, String body) {
    return officer.send("PUT", "/api/v1/sheds/" + shed + "/limits", body, Map.of());
  }

  @Test
  void staffReadThemAndOnlyOfficersChangeThem() {
    String path = "/api/v1/sheds/s13/limits";
    assertThat(staff.get(path).field("version")).isEqualTo("0");
    staff
        .send("PUT", path, "{\"why\":\"x\",\"maxWatts\":500}", Map.of())
        .refuses(403, "not-allowed");
    room.anonymous().get(path).refuses(401, "not-logged-in");
    staff.get("/api/v1/sheds/s99/limits").refuses(404, "not-found");
    change("s99", "{\"why\":\"x\"}").refuses(404, "not-found");
  }

  @Test
  void aChangeIsTheNextVersionAndWhatIsLeftOutStays() {
    TestAnswer before = staff.get("/api/v1/sheds/s14/limits");
    TestAnswer after = change("s14", "{\"why\":\"老旧线路\",\"maxWatts\":450}");
    assertThat(after.status()).as(after.toString()).isEqualTo(200);
    assertThat(after.field("version")).isEqualTo("1");
    assertThat(after.field("maxWatts")).isEqualTo("450.0");
    assertThat(after.field("maxAmperes")).isEqualTo(before.field("maxAmperes"));
    assertThat(after.field("at")).isNotEqualTo("null");
    assertThat(staff.get("/api/v1/sheds/s14/limits").body()).isEqualTo(after.body());
  }

  @Test
  void whoeverSawAnOlderVersionIsRefusedAndChangesNothing() {
    change("s15", "{\"why\":\"一\",\"version\":0,\"maxWatts\":500}");
    change("s15", "{\"why\":\"二\",\"version\":0,\"maxWatts\":550}").refuses(409, "conflict");
    assertThat(staff.get("/api/v1/sheds/s15/limits").field("maxWatts")).isEqualTo("500.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"maxWatts\":500}",
        "{\"why\":\" \",\"maxWatts\":500}",
        "{\"why\":\"x\",\"maxWatts\":-1}",
        "{\"why\":\"x\",\"maxWatts\":1000000}",
        "{\"why\":\"x\",\"maxAmperes\":0}",
        "{\"why\":\"x\",\"maxSessionSeconds\":1}"
      })
  void limitsWithoutAReasonOrOutOfBoundsAreRefusedAndChangeNothing(String body) {
    change("s16", body).refuses(400, "invalid");
    assertThat(staff.get("/api/v1/sheds/s16/limits").field("version")).isEqualTo("0");
  }

  @Test
  void wordsInPlaceOfNumbersAreNoLimits() {
    change("s16", "{\"why\":\"x\",\"maxWatts\":\"many\"}").refuses(400, "bad-json");
  }
}
