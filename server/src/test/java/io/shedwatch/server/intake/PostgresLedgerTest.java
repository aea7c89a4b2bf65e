package io.shedwatch.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Postgres;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PostgresLedgerTest extends JdbcLedgerContract {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static Postgres postgres;

  @BeforeAll
  static void startPostgres() throws Exception {
    postgres = Postgres.start();
  }

  @AfterAll
  static void stopPostgres() {
    postgres.close();
  }

  @Override
  TestDatabase fresh() throws Exception {
    return TestDatabase.postgres(postgres, "ledger" + NUMBER.incrementAndGet());
  }

  @Test
  void aTakeoverWaitsForTheCommitThatKeepsTheLease() throws Exception {
    JdbcLease first = lease("first");
    JdbcLease second = lease("second");
    try (Connection commit = database().pool().getConnection()) {
      commit.setAutoCommit(false);
      assertThat(first.keep(commit)).isTrue();
      assertThat(first.take().ours()).as("a renewal does not wait").isTrue();
      letTheLeaseRunOut();
      CompletableFuture<JdbcLease.Held> takeover =
          CompletableFuture.supplyAsync(() -> take(second));
      Await.until(
          "the takeover waits",
          () ->
              database()
                  .rows("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                  .equals(List.of("1")));
      assertThat(takeover).isNotDone();
      commit.commit();
      assertThat(takeover.get(30, TimeUnit.SECONDS).ours()).isTrue();
    }
  }

  private static JdbcLease.Held take(JdbcLease lease) {
    try {
      return lease.take();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
