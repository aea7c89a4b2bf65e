package io.shedwatch.server.intake;

import io.shedwatch.contract.SiteId;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class H2LedgerTest extends LedgerContract {
  @TempDir private Path folder;
  private TestDatabase database;
  private JdbcLedger ledger;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.h2(folder);
    ledger = new JdbcLedger(database.pool(), new SiteId("test"), InstantSource.system());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  Ledger ledger() {
    return ledger;
  }

  @Override
  LedgerFacts facts() throws Exception {
    return JdbcFacts.read(database.pool());
  }
}
