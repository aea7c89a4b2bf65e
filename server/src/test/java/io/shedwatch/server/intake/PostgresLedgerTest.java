package io.shedwatch.server.intake;

import io.shedwatch.contract.SiteId;
import io.shedwatch.testkit.Postgres;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

final class PostgresLedgerTest extends LedgerContract {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static Postgres postgres;

  private TestDatabase database;
  private JdbcLedger ledger;

  @BeforeAll
  static void startPostgres() throws Exception {
    postgres = Postgres.start();
  }

  @AfterAll
  static void stopPostgres() {
    postgres.close();
  }

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.postgres(postgres, "ledger" + NUMBER.incrementAndGet());
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
