package io.shedwatch.server.patrol.pressed;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.AlertCleared;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.Subject;
import io.shedwatch.server.incident.JdbcAlertDesk;
import io.shedwatch.server.incident.JdbcOccurrences;
import io.shedwatch.server.rule.RuleName;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The alerts of the rule in the tables. */
final class JdbcPressedAlerts {
  private static final RuleName RULE = RuleName.FLY_LINE_PRESSURE;

  private final DataSource database;
  private final JdbcAlertDesk desk;
  private final SiteId site;

  JdbcPressedAlerts(DataSource database, JdbcAlertDesk desk, SiteId site) {
    this.database = database;
    this.desk = desk;
    this.site = site;
  }

  List<PressedWatch.Active> active() throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.list(
                connection,
                "select alert, shed, raised_at from alert where site = ? and rule = ?"
                    + " and shed is not null and cleared_at is null",
                row ->
                    new PressedWatch.Active(
                        row.getString("alert"),
                        row.getString("shed"),
                        JdbcCall.time(row, "raised_at").toEpochMilli()),
                site.value(),
                RULE.word()));
  }

  /** All of a look in one transaction; twice is the same as once. */
  void carryOut(List<Deed> deeds, int version) throws SQLException {
    if (!deeds.isEmpty()) {
      desk.run(
          occurrences -> {
            for (Deed deed : deeds) {
              carryOut(deed, version, occurrences);
            }
          });
    }
  }

  private void carryOut(Deed deed, int version, JdbcOccurrences occurrences) throws SQLException {
    if (deed instanceof Deed.Raise raise) {
      occurrences.raise(
          AlertRaised.of(
                  raise.alert(),
                  RULE.word(),
                  RULE.severity(),
                  Subject.of(new ShedAddress(site, raise.shed().shed())),
                  raise.at())
              .measuring(raise.expected(), raise.limit())
              .by(version)
              .saying(raise.words()));
    } else if (deed instanceof Deed.Restate restate) {
      occurrences.restate(restate.alert(), restate.words());
    } else if (deed instanceof Deed.Clear clear) {
      String why = "a socket in reach is free, or fewer are expected";
      occurrences.clear(new AlertCleared(clear.alert(), clear.at(), why));
    }
  }
}
