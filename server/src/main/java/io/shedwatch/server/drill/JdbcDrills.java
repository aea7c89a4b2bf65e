package io.shedwatch.server.drill;

import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.AlertCleared;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.AlertScreen;
import io.shedwatch.server.alert.JdbcAlerts;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.alert.Subject;
import io.shedwatch.server.incident.IncidentScreen;
import io.shedwatch.server.incident.IncidentView;
import io.shedwatch.server.incident.JdbcIncidents;
import io.shedwatch.server.incident.Occasion;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Starts and ends drills. Alert, incident, outbox row and drill are one transaction; the screens
 * hear after it. The alert's rule is {@code drill}, so nothing takes it for a real one.
 */
public final class JdbcDrills {
  private static final String RULE = AlertRaised.DRILL;
  private static final int ID_CHARACTERS = 12;
  private static final int MOST_ROWS = 200;

  private static final String SELECT =
      "select d.drill, d.shed, d.kind, d.announced, d.alert, d.incident, d.started_at,"
          + " d.started_by, d.ended_at, a.acknowledged_at, coalesce(i.resolved_at, i.closed_at)"
          + " as resolved_at, (select min(n.sent_at) from notice n join notice_task t"
          + " on t.notice = n.notice where t.alert = d.alert and t.transition = 'raised')"
          + " as noticed_at from drill d left join alert a on a.alert = d.alert"
          + " left join incident i on i.incident = d.incident where d.site = ?";

  private final DataSource database;
  private final SiteId site;
  private final AlertScreen alerts;
  private final IncidentScreen incidents;

  public JdbcDrills(
      DataSource database, SiteId site, AlertScreen alerts, IncidentScreen incidents) {
    this.database = database;
    this.site = site;
    this.alerts = alerts;
    this.incidents = incidents;
  }

  /**
   * One drill and how fast people were, as far as it is known.
   *
   * @param notice from the start to the first message delivered
   * @param acknowledge from the start to the acknowledgement
   * @param close from the start until the incident was resolved
   */
  record Drill(
      String drill,
      String shed,
      String kind,
      boolean announced,
      String alert,
      String incident,
      Instant startedAt,
      String startedBy,
      Optional<Instant> endedAt,
      Optional<Duration> notice,
      Optional<Duration> acknowledge,
      Optional<Duration> close) {}

  /** What is practised. */
  record Plan(ShedId shed, AlarmKind kind, boolean announced) {}

  /** Starts one; empty while one of that shed and kind is not over. */
  Optional<Drill> start(Plan plan, String who, Instant now) throws SQLException {
    String id =
        "drill-" + UUID.randomUUID().toString().replace("-", "").substring(0, ID_CHARACTERS);
    AlertRaised raised =
        AlertRaised.of(
                id,
                RULE,
                Severity.of(plan.kind()),
                Subject.of(new ShedAddress(site, plan.shed())),
                now.toEpochMilli())
            .ofKind(plan.kind().word());
    Optional<IncidentView> incident =
        JdbcTransaction.run(
            database,
            connection -> {
              if (JdbcAlerts.raise(connection, raised) == JdbcAlerts.Notice.STILL_OPEN) {
                return Optional.empty();
              }
              JdbcIncidents.Entry entry =
                  JdbcIncidents.openOrJoin(connection, occasion(raised, who), now.toEpochMilli());
              JdbcAlerts.join(connection, id, entry.incident().incident());
              JdbcCall.update(
                  connection,
                  "insert into drill (drill, site, shed, kind, announced, alert, incident,"
                      + " started_at, started_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  id,
                  site.value(),
                  plan.shed().value(),
                  plan.kind().word(),
                  plan.announced(),
                  id,
                  entry.incident().incident(),
                  now,
                  who);
              JdbcIncidents.append(connection, site, List.of(entry.event()));
              return Optional.of(entry.incident());
            });
    if (incident.isEmpty()) {
      return Optional.empty();
    }
    tell(id);
    incidents.incident(incident.get());
    return find(id);
  }

  /** An incident of its own: it never joins, and is never joined by, a real one. */
  private static Occasion occasion(AlertRaised raised, String who) {
    return new Occasion(
        raised.alert(),
        raised.alert(),
        RULE,
        raised.severity(),
        raised.subject(),
        raised.raisedAt(),
        who,
        "{\"alert\":\"" + raised.alert() + "\",\"drill\":true,\"kind\":\"" + raised.kind() + "\"}");
  }

  /** Ends one: its alert clears. Again is the same. Empty when there is none. */
  Optional<Drill> end(String drill, Instant now) throws SQLException {
    Optional<Drill> known = find(drill);
    if (known.isPresent() && known.get().endedAt().isEmpty()) {
      JdbcTransaction.run(
          database,
          connection -> {
            JdbcCall.update(
                connection,
                "update drill set ended_at = ? where drill = ? and ended_at is null",
                now,
                drill);
            return JdbcAlerts.clear(
                connection, new AlertCleared(drill, now.toEpochMilli(), "the drill is over"));
          });
      tell(drill);
    }
    return find(drill);
  }

  private void tell(String alert) throws SQLException {
    JdbcTransaction.run(database, connection -> JdbcAlerts.find(connection, alert))
        .ifPresent(alerts::alert);
  }

  Optional<Drill> find(String drill) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.first(
                connection, SELECT + " and d.drill = ?", JdbcDrills::drill, site.value(), drill));
  }

  /** The newest first. */
  List<Drill> all() throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.list(
                connection,
                SELECT + " order by d.started_at desc fetch first " + MOST_ROWS + " rows only",
                JdbcDrills::drill,
                site.value()));
  }

  private static Drill drill(ResultSet row) throws SQLException {
    Instant start = JdbcCall.time(row, "started_at");
    return new Drill(
        row.getString("drill"),
        row.getString("shed"),
        row.getString("kind"),
        row.getBoolean("announced"),
        row.getString("alert"),
        row.getString("incident"),
        start,
        row.getString("started_by"),
        JdbcCall.maybeTime(row, "ended_at"),
        since(start, row, "noticed_at"),
        since(start, row, "acknowledged_at"),
        since(start, row, "resolved_at"));
  }

  private static Optional<Duration> since(Instant start, ResultSet row, String column)
      throws SQLException {
    return JdbcCall.maybeTime(row, column).map(at -> Duration.between(start, at));
  }
}
