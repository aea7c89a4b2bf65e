package io.shedwatch.server.alert;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.incident.JdbcAlertDesk;
import io.shedwatch.server.incident.JdbcIncidentActions;
import io.shedwatch.server.incident.JdbcIncidents;
import io.shedwatch.server.intake.TestDatabase;
import io.shedwatch.server.rule.JdbcLifeCycle;
import io.shedwatch.server.rule.RuleSet;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalInt;

/** Alerts in a real database, people and time; every call makes new objects, as after a restart. */
abstract class LifeCycleScene {
  static final SiteId SITE = new SiteId("test");
  static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
  private static final RuleSet RULES = RuleSet.BUILT_IN;

  final TestDatabase database;
  Instant now = NOON;

  LifeCycleScene(TestDatabase database) throws SQLException {
    this.database = database;
    JdbcTransaction.run(
        database.pool(),
        connection -> {
          JdbcIncidents.prepare(connection, SITE);
          return 0;
        });
  }

  /** New objects at every step: nothing may live in memory, so a restart may be anywhere. */
  JdbcAlertDesk desk() {
    return new JdbcAlertDesk(database.pool(), SITE, alert -> {}, incident -> {}, () -> now);
  }

  JdbcIncidentActions chronicle() {
    return new JdbcIncidentActions(database.pool(), SITE, incident -> {});
  }

  JdbcAlertActions people() {
    return new JdbcAlertActions(database.pool(), SITE, chronicle(), alert -> {});
  }

  int pass() throws SQLException {
    return new JdbcLifeCycle(database.pool(), SITE, chronicle(), alert -> {}).pass(RULES, now);
  }

  AlertRaised raised(String id, int socket, String rule) {
    return AlertRaised.of(
        id,
        rule,
        rule.equals("long-charge") ? Severity.MINOR : Severity.MAJOR,
        Subject.of(ShedAddress.of("test", "s01"), OptionalInt.of(socket)),
        now.toEpochMilli());
  }
}
