package io.shedwatch.server.incident;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.AlertCleared;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.AlertScreen;
import io.shedwatch.server.alert.AlertView;
import io.shedwatch.server.alert.AlertWorsened;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/**
 * Where rooms without a lane open and end alerts: about a building, a shed, or the system itself.
 * One transaction each (alert, incident, outbox); the screens hear after it. Whatever is done twice
 * is done once, so a caller that does not know how a call ended calls again.
 */
public final class JdbcAlertDesk {
  private final DataSource database;
  private final SiteId site;
  private final AlertScreen alerts;
  private final IncidentScreen incidents;
  private final InstantSource clock;

  public JdbcAlertDesk(
      DataSource database,
      SiteId site,
      AlertScreen alerts,
      IncidentScreen incidents,
      InstantSource clock) {
    this.database = database;
    this.site = site;
    this.alerts = alerts;
    this.incidents = incidents;
    this.clock = clock;
  }

  /** What is done within the transaction. */
  @FunctionalInterface
  public interface Work {
    void with(JdbcOccurrences occurrences) throws SQLException;
  }

  /** A condition began. */
  public void raise(AlertRaised raised) throws SQLException {
    run(occurrences -> occurrences.raise(raised));
  }

  /** It got worse. */
  public void worsen(AlertWorsened worse) throws SQLException {
    run(occurrences -> occurrences.worsen(worse));
  }

  /** It ended. */
  public void clear(AlertCleared cleared) throws SQLException {
    run(occurrences -> occurrences.clear(cleared));
  }

  /** Several at once. */
  public void run(Work work) throws SQLException {
    record Told(List<AlertView> alerts, List<IncidentView> incidents) {}
    Told told =
        JdbcTransaction.run(
            database,
            connection -> {
              JdbcOccurrences occurrences = new JdbcOccurrences(connection, site, clock.millis());
              work.with(occurrences);
              occurrences.append();
              return new Told(occurrences.alerts(), occurrences.incidents());
            });
    told.alerts().forEach(alerts::alert);
    told.incidents().forEach(incidents::incident);
  }
}
