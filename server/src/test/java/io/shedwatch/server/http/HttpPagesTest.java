package io.shedwatch.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestRoom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file asked for lies in the test resources: dashboards/assets/test-4d2f.js. */
final class HttpPagesTest {
  private static final String ASSET = "/assets/test-4d2f.js";
  private final TestRoom room = TestRoom.shared();

  @Test
  void assetsAreKeptForEver() {
    TestAnswer answer = room.anonymous().get(ASSET);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.body()).startsWith("// A script");
  }

  @Test
  void assetsTravelZippedToThoseWhoTakeIt() {
    TestAnswer answer =
        room.anonymous().send("GET", ASSET, "", Map.of("Accept-Encoding", "gzip, br"));
    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(Integer.parseInt(answer.header("Content-Length"))).isLessThan(200);
  }

  @Test
  void whoHasItIsNotSentItAgain() {
    String tag = room.anonymous().get(ASSET).header("ETag");
    TestAnswer answer = room.anonymous().send("GET", ASSET, "", Map.of("If-None-Match", tag));
    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void theOnlyStyleInsideAPageIsTheOneThatWasBuiltIn() {
    assertThat(room.anonymous().get("/assets/test-page.html").header("Content-Security-Policy"))
        .contains(
            "style-src 'self' 'sha256-+U34xzSKWEW1L9j9e5KZWYbDRq9rJlkv+gDWO4ekHkY=';",
            "script-src 'self';");
    assertThat(room.anonymous().get(ASSET).header("Content-Security-Policy"))
        .contains("style-src 'self';");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/none.js",
        "/assets/%2e%2e/%2e%2e/logback.xml",
        "/assets/..%2f..%2flogback.xml",
        "/assets/test-4d2f.class",
        "/assets/",
        "/db/migration/V1__core.sql",
      })
  void nothingElseIsServed(String path) {
    assertThat(room.anonymous().get(path).status()).isEqualTo(404);
  }
}
