package io.shedwatch.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestRoom;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The list of all sheds as phones ask for it. */
final class HttpShedsTest {
  private static final String SHEDS = "/api/v1/sheds";
  private final TestRoom room = TestRoom.shared();

  private TestAnswer asked(Map<String, String> headers) {
    return room.anonymous().send("GET", SHEDS, "", headers);
  }

  @Test
  void itIsOneJsonTextThatMayBeKeptButNotBelieved() {
    TestAnswer answer = asked(Map.of());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(answer.header("Vary")).contains("Cookie", "Accept-Encoding");
    assertThat(answer.body()).startsWith("{\"at\":\"").contains("\"shed\":\"s17\"", "\"counts\":");
  }

  @Test
  void itTravelsZippedOnceToThoseWhoTakeIt() {
    TestAnswer answer = asked(Map.of("Accept-Encoding", "gzip, br"));
    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(Integer.parseInt(answer.header("Content-Length"))).isLessThan(2_000);
  }

  @Test
  void whoHasItIsNotSentItAgain() {
    String tag = asked(Map.of()).header("ETag");
    TestAnswer answer = asked(Map.of("If-None-Match", "\"other\", " + tag));
    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
    assertThat(room.as("staff").send("GET", SHEDS, "", Map.of("If-None-Match", tag)).status())
        .as("staff see more")
        .isEqualTo(200);
  }
}
