package io.shedwatch.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Postgres;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PostgresControlRoomTest {
  @Test
  void runsOnPostgresAndSaysWhenItIsAway() throws IOException {
    try (Postgres postgres = Postgres.start();
        TestRoom room =
            TestRoom.start(
                Map.of(
                    "SHEDWATCH_JDBC_URL", postgres.jdbcUrl(),
                    "SHEDWATCH_JDBC_USER", Postgres.USER,
                    "SHEDWATCH_JDBC_PASSWORD", Postgres.PASSWORD))) {
      room.addUser("li", "staff");
      TestClient li = room.login("li", TestRoom.PASSWORD);
      assertThat(li.get("/api/v1/me").field("user")).isEqualTo("li");
      assertThat(li.post("/api/v1/users", "{}").status()).isEqualTo(403);
      assertThat(room.as("admin").get("/api/v1/staff-actions").body())
          .contains("\"user\":\"li\"", "\"status\":403");
      Await.until("all parts are up", () -> room.anonymous().get("/health").status() == 200);

      postgres.program().close();
      TestAnswer health = room.anonymous().get("/health");
      assertThat(health.status()).isEqualTo(503);
      assertThat(health.body()).contains("\"jdbc\":{\"status\":\"down\"");
      TestAnswer users = room.as("admin").get("/api/v1/users");
      assertThat(users.status()).isEqualTo(503);
      assertThat(users.field("type")).isEqualTo("/problems/unavailable");
      assertThat(li.get("/api/v1/me").field("user")).isEqualTo("li");

      postgres.restart();
      Await.until(
          "the database is found again", () -> room.anonymous().get("/health").status() == 200);
      assertThat(room.as("admin").get("/api/v1/users").status()).isEqualTo(200);
    }
  }
}
