package io.shedwatch.server.intake;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class H2LedgerTest extends JdbcLedgerContract {
  @TempDir private Path folder;

  @Override
  TestDatabase fresh() {
    return TestDatabase.h2(folder);
  }
}
