package io.shedwatch.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestRoom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What could not be used and what is missing, over HTTP. */
final class HttpLossesTest {
  private final TestRoom room = TestRoom.shared();

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/rejected", "/api/v1/lost"})
  void staffReadPagesAndOthersNothing(String path) {
    room.anonymous().get(path).refuses(401, "not-logged-in");
    assertThat(room.as("staff").get(path).body()).contains("\"items\":[", "\"next\":");
    room.as("staff").get(path + "?limit=0").refuses(400, "invalid");
    room.as("staff").get(path + "?limit=501").refuses(400, "invalid");
    room.as("staff").get(path + "?cursor=abc").refuses(400, "invalid");
    room.as("staff").post(path, "{}").refuses(405, "method-not-allowed");
  }
}
