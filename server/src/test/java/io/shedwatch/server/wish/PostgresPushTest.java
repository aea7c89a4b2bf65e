package io.shedwatch.server.wish;

import io.shedwatch.testkit.Postgres;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** On a real PostgreSQL, each law on an empty database of its own. */
final class PostgresPushTest extends HttpPushLaws {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static Postgres postgres;

  @BeforeAll
  static void startPostgres() throws IOException {
    postgres = Postgres.start();
  }

  @AfterAll
  static void stopPostgres() {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Override
  Map<String, String> database() throws IOException {
    String name = "push" + NUMBER.incrementAndGet();
    postgres.createDatabase(name);
    return Map.of(
        "SHEDWATCH_JDBC_URL", postgres.jdbcUrl(name),
        "SHEDWATCH_JDBC_USER", Postgres.USER,
        "SHEDWATCH_JDBC_PASSWORD", Postgres.PASSWORD);
  }
}
