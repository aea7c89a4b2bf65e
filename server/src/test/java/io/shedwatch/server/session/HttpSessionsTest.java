package io.shedwatch.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions over HTTP: staff only, and a query that does not fit is said to be none. */
final class HttpSessionsTest {
  private final TestRoom room = TestRoom.shared();

  @Test
  void nobodyReadsSessionsWithoutALogin() {
    room.anonymous().get("/api/v1/sessions").refuses(401, "not-logged-in");
  }

  @Test
  void aPlaceWithoutSessionsHasAnEmptyPage() {
    TestAnswer page = room.as("staff").get("/api/v1/sessions?shed=s17&open=true&limit=500");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("\"items\":[]", "\"next\":null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=yesterday", "to=2026-01-01", "limit=0", "limit=501", "cursor=abc"})
  void aQueryThatDoesNotFitIsRefused(String query) {
    room.as("staff").get("/api/v1/sessions?" + query).refuses(400, "invalid");
  }
}
