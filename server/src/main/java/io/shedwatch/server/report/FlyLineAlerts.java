package io.shedwatch.server.report;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.AlertCleared;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.Subject;
import io.shedwatch.server.incident.JdbcAlertDesk;
import io.shedwatch.server.rule.RuleName;
import io.shedwatch.server.rule.RulesInForce;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The rule fly-line-reported: one alert a building from the first report until the last reporter
 * was answered.
 */
public final class FlyLineAlerts {
  private static final RuleName RULE = RuleName.FLY_LINE_REPORTED;

  private final JdbcAlertDesk desk;
  private final JdbcReports reports;
  private final RulesInForce rules;
  private final SiteId site;

  public FlyLineAlerts(JdbcAlertDesk desk, JdbcReports reports, RulesInForce rules, SiteId site) {
    this.desk = desk;
    this.reports = reports;
    this.rules = rules;
    this.site = site;
  }

  /** Raises the building's alert; a no-op while it is active. */
  void reported(Report report) throws SQLException {
    desk.raise(
        AlertRaised.of(
                "reported-" + report.code(),
                RULE.word(),
                RULE.severity(),
                Subject.ofBuilding(site, report.building()),
                report.reportedAt().toEpochMilli())
            .by(rules.now().version(RULE).version()));
  }

  /** Ends the building's alert unless a reporter still waits. */
  void answered(String building, Instant now) throws SQLException {
    for (String alert : reports.alertsWithoutAsker(building, RULE.word())) {
      desk.clear(new AlertCleared(alert, now.toEpochMilli(), "every reporter was answered"));
    }
  }
}
