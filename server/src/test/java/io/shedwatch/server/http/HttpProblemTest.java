package io.shedwatch.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestRoom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpProblemTest {
  private final TestRoom room = TestRoom.shared();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          resident | GET  | /api/v1/nothing       |             |                  | 404 | not-found
          resident | GET  | /nothing              |             |                  | 404 | not-found
          resident | GET  | /assets/../index.html |             |                  | 404 | not-found
          resident | PUT  | /api/v1/login         | {}          | application/json | 405 | method-not-allowed
          resident | GET  | /api/v1/login         |             |                  | 405 | method-not-allowed
          resident | POST | /api/v1/login         | <a/>        | application/xml  | 415 | unsupported-media-type
          resident | POST | /api/v1/login         | {"user"     | application/json | 400 | bad-json
          resident | POST | /api/v1/login         | [1,2]       | application/json | 400 | bad-json
          resident | POST | /api/v1/login         | {"user":{}} | application/json | 400 | bad-json
          resident | POST | /api/v1/login         |             |                  | 400 | invalid
          resident | POST | /api/v1/login         | {}          | application/json | 400 | invalid
          resident | GET  | /api/v1/users         |             |                  | 401 | not-logged-in
          staff    | GET  | /api/v1/users         |             |                  | 403 | not-allowed
          admin    | GET  | /api/v1/users         |             |                  | 200 |
          admin    | GET  | /api/v1/staff-actions?before=x |    |                  | 400 | invalid
          admin    | GET  | /api/v1/alerts?limit=many       |   |                  | 400 | invalid
          resident | GET  | /api/v1/alerts?limit=many       |   |                  | 401 | not-logged-in
          admin    | GET  | /api/v1/alerts?limit=5          |   |                  | 200 |
          admin    | GET  | /api/v1/alerts?open=perhaps     |   |                  | 400 | invalid
          admin    | GET  | /api/v1/incidents?socket=third  |   |                  | 400 | invalid
          admin    | GET  | /api/v1/incidents?overdue=true  |   |                  | 200 |
          admin    | GET  | /api/v1/sessions?open=1         |   |                  | 400 | invalid
          admin    | GET  | /api/v1/notices?limit=1e3       |   |                  | 400 | invalid
          admin    | GET  | /api/v1/commands?limit=         |   |                  | 400 | invalid
          """)
  void everyErrorIsAProblem(
      String role, String method, String path, String body, String media, int status, String type) {
    TestAnswer answer =
        room.as(role)
            .send(
                method,
                path,
                body == null ? "" : body,
                media == null ? Map.of() : Map.of("Content-Type", media));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    if (status == 200) {
      return;
    }
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(answer.json())
        .containsEntry("type", "/problems/" + type)
        .containsEntry("status", status)
        .containsKeys("title", "detail", "instance");
  }

  @Test
  void sayWhichFieldsDoNotFit() {
    TestAnswer answer = room.anonymous().post("/api/v1/login", "{\"user\":\"\"}");
    assertThat(answer.body())
        .contains("{\"field\":\"password\",\"message\":\"must not be blank\"}")
        .contains("{\"field\":\"user\",\"message\":\"must not be blank\"}");
  }

  @Test
  void sayWhichParameterDoesNotFit() {
    assertThat(room.as("admin").get("/api/v1/incidents?open=yes").field("detail"))
        .isEqualTo("open is true or false.");
    assertThat(room.as("admin").get("/api/v1/incidents?open=true&limit=x").field("detail"))
        .isEqualTo("limit is a number.");
  }

  @Test
  void aHugeBodyIsRefused() {
    String huge = "{\"user\":\"" + "x".repeat(9_000_000) + "\"}";
    TestAnswer answer = room.anonymous().post("/api/v1/login", huge);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.field("type")).isEqualTo("/problems/too-large");
  }

  @Test
  void aBrokenHandlerTellsNothingOfItsInside() {
    TestAnswer answer = room.anonymous().get("/test/broken");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.field("type")).isEqualTo("/problems/internal");
    assertThat(answer.body()).doesNotContain("secret", "Exception", "io.shedwatch");
  }

  @Test
  void anAbsentDatabaseIsUnavailableNotBroken() {
    TestAnswer answer = room.anonymous().get("/test/database-away");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.field("type")).isEqualTo("/problems/unavailable");
    assertThat(answer.header("Retry-After")).isEqualTo("5");
  }

  @Test
  void aRouteThatForgotItsRuleIsClosed() {
    assertThat(room.anonymous().get("/test/forgotten").status()).isEqualTo(401);
    assertThat(room.as("admin").get("/test/forgotten").status()).isEqualTo(403);
  }
}
