package io.shedwatch.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.alert.Subject;
import io.shedwatch.server.incident.JdbcAlertDesk;
import io.shedwatch.server.incident.JdbcIncidentActions;
import io.shedwatch.server.incident.JdbcIncidents;
import io.shedwatch.server.rule.JdbcLifeCycle;
import io.shedwatch.server.rule.RuleSet;
import io.shedwatch.server.rule.RulesInForce;
import io.shedwatch.server.sql.JdbcTransaction;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules about the system itself, decided from rows. */
final class AlertClockTest {
  private static final SiteId SITE = new SiteId("test");

  @TempDir private Path folder;
  private TestDatabase database;
  private Instant now = Instant.parse("2026-03-02T04:00:00Z");
  private AlertClock.Store store = new AlertClock.Store(0, false);

  @BeforeEach
  void open() throws SQLException {
    database = TestDatabase.h2(folder);
    JdbcTransaction.run(
        database.pool(),
        connection -> {
          JdbcIncidents.prepare(connection, SITE);
          return 0;
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  private JdbcAlertDesk desk() {
    return new JdbcAlertDesk(database.pool(), SITE, alert -> {}, incident -> {}, () -> now);
  }

  /** A new one each time: a restart may be anywhere. */
  private AlertClock clock() {
    return new AlertClock(
        new AlertClock.Tools(
            database.pool(),
            SITE,
            desk(),
            new JdbcLifeCycle(
                database.pool(),
                SITE,
                new JdbcIncidentActions(database.pool(), SITE, incident -> {}),
                alert -> {}),
            new RulesInForce(RuleSet.BUILT_IN),
            () -> store,
            () -> now));
  }

  private void order(String id, int socket, String action, Instant at) throws SQLException {
    database.execute(
        "insert into socket_command (command, site, shed, socket, action, ordered_by, ordered_at,"
            + " expires_at, result) values ('%s', 'test', 's01', %d, '%s', 'staff-1', '%s', '%s', 'expired')"
                .formatted(id, socket, action, sql(at), sql(at.plusSeconds(60))));
  }

  private static String sql(Instant at) {
    return at.toString().replace('T', ' ').replace("Z", "+00");
  }

  private List<String> alerts() throws SQLException {
    return database.rows("select alert, severity, state from alert order by alert");
  }

  @Test
  void anOrderWithoutAnAnswerIsAnAlertUntilTheShedAnswers() throws SQLException {
    order("c1", 2, "open-relay", now.minusSeconds(61));
    order("c2", 3, "close-relay", now.minusSeconds(61));
    order("c3", 2, "open-relay", now.minusSeconds(60));
    for (int i = 0; i < 3; i++) {
      clock().unconfirmed();
    }
    assertThat(alerts())
        .containsExactly(
            "unconfirmed-c1 major active-unacknowledged",
            "unconfirmed-c2 minor active-unacknowledged");
    database.execute(
        "update socket_command set outcome_at = '" + sql(now) + "' where command = 'c3'");
    clock().unconfirmed();
    assertThat(alerts())
        .as("a later order for the socket was answered")
        .containsExactly(
            "unconfirmed-c1 major cleared-unacknowledged",
            "unconfirmed-c2 minor active-unacknowledged");
    now = now.plus(Duration.ofHours(25));
    clock().unconfirmed();
    assertThat(alerts()).allMatch(line -> line.endsWith("cleared-unacknowledged"));
  }

  @Test
  void aStoreThatIsBehindGetsWorseAndRecovers() throws SQLException {
    store = new AlertClock.Store(Duration.ofMinutes(4).toMillis(), false);
    clock().store();
    assertThat(alerts()).isEmpty();
    store = new AlertClock.Store(Duration.ofMinutes(6).toMillis(), false);
    clock().store();
    clock().store();
    assertThat(database.rows("select severity, incident, shed from alert"))
        .containsExactly("minor null null");
    store = new AlertClock.Store(Duration.ofMinutes(6).toMillis(), true);
    clock().store();
    clock().store();
    assertThat(database.rows("select severity from alert")).containsExactly("major");
    assertThat(database.rows("select event from incident_event")).containsExactly("opened");
    store = new AlertClock.Store(0, false);
    clock().store();
    assertThat(database.rows("select state from alert")).containsExactly("cleared-unacknowledged");
  }

  @Test
  void aStoppedLaneEndsWithTheNextStart() throws SQLException {
    desk()
        .raise(
            AlertRaised.of(
                "stopped-1",
                "lane-stopped",
                Severity.MAJOR,
                Subject.of(ShedAddress.of("test", "s01")),
                now.toEpochMilli()));
    clock().lanesRunAgain();
    clock().lanesRunAgain();
    assertThat(alerts()).containsExactly("stopped-1 major cleared-unacknowledged");
  }
}
