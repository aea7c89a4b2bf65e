package io.shedwatch.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.intake.step.ClosedBoot;
import io.shedwatch.server.intake.step.Consequence;
import io.shedwatch.server.intake.step.ShedBook;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger in SQL has beyond its twin: one holder a site, and a memory that ends. */
abstract class JdbcLedgerContract extends LedgerContract {
  private static final SiteId SITE = new SiteId("test");

  private TestDatabase database;
  private JdbcLease lease;
  private JdbcLedger ledger;

  /** An empty database. */
  abstract TestDatabase fresh() throws Exception;

  @BeforeEach
  void open() throws Exception {
    database = fresh();
    lease = lease("first");
    assertThat(lease.take().ours()).isTrue();
    ledger = ledger(lease);
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

  final TestDatabase database() {
    return database;
  }

  final JdbcLease lease(String holder) throws SQLException {
    return new JdbcLease(database.pool(), SITE, holder);
  }

  private JdbcLedger ledger(JdbcLease held) throws SQLException {
    return new JdbcLedger(database.pool(), SITE, InstantSource.system(), held);
  }

  @Test
  void aSecondServerIsRefusedUntilTheFirstLetsGo() throws Exception {
    JdbcLease second = lease("second");
    assertThat(second.take()).isEqualTo(new JdbcLease.Held(false, "first"));
    lease.release();
    assertThat(second.take().ours()).isTrue();
    assertThat(lease.take()).isEqualTo(new JdbcLease.Held(false, "second"));
  }

  @Test
  void aKilledServerTakesItsOwnLeaseAgainAtOnce() throws Exception {
    assertThat(lease("first").take().ours()).isTrue();
  }

  @Test
  void anotherSiteIsAnotherLease() throws Exception {
    assertThat(new JdbcLease(database.pool(), new SiteId("other"), "second").take().ours())
        .isTrue();
  }

  @Test
  void aServerThatSleptThroughItsLeaseCommitsNothingMore() throws Exception {
    ShedBook book = ledger.load(SHED, 4);
    ShedCommit commit =
        new ShedCommit(
            book,
            List.of(new Consequence.Refusal("t", "not-json", "the sleeper was here", "{", 1_000)));
    letTheLeaseRunOut();
    ledger.commit(List.of(commit), List.of()); // Nobody took it: still ours.
    assertThat(facts().table("refused")).hasSize(1);

    JdbcLease second = lease("second");
    assertThat(second.take().ours()).isTrue();
    Throwable refused = catchThrowable(() -> ledger.commit(List.of(commit), List.of()));
    assertThat(refused).isInstanceOf(Ledger.Away.class).hasMessageContaining("another server");
    assertThat(facts().table("refused")).hasSize(1);
    ledger(second).commit(List.of(commit), List.of());
    assertThat(facts().table("refused")).hasSize(2);
  }

  @Test
  void bootsThatHaveBeenOverForLongAreForgotten() throws Exception {
    ClosedBoot old = new ClosedBoot(new BootId("old"), 1, 5_000, 6_000);
    ClosedBoot young = new ClosedBoot(new BootId("young"), 2, 7_000, 8_000);
    ShedBook book = ledger.load(SHED, 4);
    List<Consequence> over =
        List.of(new Consequence.BootClosed(old), new Consequence.BootClosed(young));
    ledger.commit(List.of(new ShedCommit(book, over)), List.of());
    ledger.forgetClosedBoots(7_000);
    assertThat(ledger.load(SHED, 4).closed()).containsOnlyKeys(new BootId("young"));
  }

  final void letTheLeaseRunOut() throws SQLException {
    database.execute("update site_lease set until = current_timestamp - interval '1' second");
  }
}
