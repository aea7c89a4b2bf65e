package io.shedwatch.server.wish;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On a real PostgreSQL. */
final class PostgresWishesTest extends HttpWishLaws {
  @RegisterExtension static final EmptyPostgres POSTGRES = new EmptyPostgres();

  @Override
  Map<String, String> database() throws IOException {
    return POSTGRES.database();
  }
}
