package io.shedwatch.server;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.incident.JdbcAlertDesk;
import io.shedwatch.server.incident.JdbcIncidentActions;
import io.shedwatch.server.intake.AlertClock;
import io.shedwatch.server.intake.step.StepRules;
import io.shedwatch.server.live.LiveFeed;
import io.shedwatch.server.readings.ReadingRoom;
import io.shedwatch.server.readings.ReadingsState;
import io.shedwatch.server.report.FlyLineAlerts;
import io.shedwatch.server.report.JdbcReports;
import io.shedwatch.server.rule.BackTests;
import io.shedwatch.server.rule.JdbcLifeCycle;
import io.shedwatch.server.rule.JdbcRuleVersions;
import io.shedwatch.server.rule.RulesInForce;
import io.shedwatch.server.site.Site;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Puts the rules' versions, back-tests and the clock of open alerts together. */
final class RuleWiring {
  private final Site site;
  private final DataSource database;
  private final ReadingRoom readings;
  private final LiveFeed feed;
  private final InstantSource clock;
  private final JdbcRuleVersions versions;
  private final BackTests backTests;
  private final JdbcAlertDesk desk;

  private RuleWiring(
      Site site, DataSource database, ReadingRoom readings, LiveFeed feed, InstantSource clock)
      throws SQLException {
    this.site = site;
    this.database = database;
    this.readings = readings;
    this.feed = feed;
    this.clock = clock;
    this.versions = JdbcRuleVersions.open(database, site.site());
    this.backTests = new BackTests(site, readings.store());
    this.desk = new JdbcAlertDesk(database, site.site(), feed, feed, clock);
  }

  static RuleWiring open(
      Site site, DataSource database, ReadingRoom readings, LiveFeed feed, InstantSource clock) {
    try {
      return new RuleWiring(site, database, readings, feed, clock);
    } catch (SQLException e) {
      throw new StartFault("cannot read the versions of the rules", e);
    }
  }

  /** What routes ask for by type. */
  List<Object> beans() {
    JdbcReports reports = new JdbcReports(database, site.site());
    return List.of(
        versions,
        backTests,
        desk,
        reports,
        new FlyLineAlerts(desk, reports, versions.inForce(), site.site()));
  }

  JdbcAlertDesk desk() {
    return desk;
  }

  RulesInForce inForce() {
    return versions.inForce();
  }

  BackTests backTests() {
    return backTests;
  }

  /** What lanes ask once a tick. */
  Supplier<StepRules> rules(StepRules usual) {
    return () -> usual.judging(versions.inForce().now(), site.timezone());
  }

  /** Begins to look at open alerts; the intake runs by then. */
  AlertClock clock() {
    SiteId id = site.site();
    JdbcIncidentActions chronicle = new JdbcIncidentActions(database, id, feed);
    try {
      return AlertClock.start(
          new AlertClock.Tools(
              database,
              id,
              desk,
              new JdbcLifeCycle(database, id, chronicle, feed),
              versions.inForce(),
              this::store,
              clock));
    } catch (SQLException e) {
      throw new StartFault("cannot read the open alerts", e);
    }
  }

  private AlertClock.Store store() {
    ReadingsState state = readings.state();
    return new AlertClock.Store(state.spoolAgeMillis(), state.way() == ReadingsState.Way.BLOCKED);
  }
}
