package io.shedwatch.server.wish;

import io.shedwatch.testkit.Postgres;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real PostgreSQL for a class of laws, each of which gets an empty database of its own. */
final class EmptyPostgres implements BeforeAllCallback, AfterAllCallback {
  private final AtomicInteger number = new AtomicInteger();
  private @Nullable Postgres postgres;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    postgres = Postgres.start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (postgres != null) {
      postgres.close();
    }
  }

  /** The next empty database, as settings. */
  Map<String, String> database() throws IOException {
    Postgres running = Objects.requireNonNull(postgres);
    String name = "laws" + number.incrementAndGet();
    running.createDatabase(name);
    return Map.of(
        "SHEDWATCH_JDBC_URL", running.jdbcUrl(name),
        "SHEDWATCH_JDBC_USER", Postgres.USER,
        "SHEDWATCH_JDBC_PASSWORD", Postgres.PASSWORD);
  }
}
