package io.shedwatch.server.incident;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.AlertCleared;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.AlertView;
import io.shedwatch.server.alert.AlertWorsened;
import io.shedwatch.server.alert.Flaps;
import io.shedwatch.server.alert.JdbcAlerts;
import io.shedwatch.server.alert.JdbcHeldBack;
import io.shedwatch.server.site.Site;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Conditions that begin, get worse and end, written within one transaction of the caller's: the
 * alert, its incident and what notices take from the outbox; {@link #append} comes last, because
 * the site's chain is locked from then to the commit. Whoever opens alerts does it here.
 */
public final class JdbcOccurrences {
  private static final String EDGE_RULE = "hardware";
  private static final String OFFLINE_RULE = "shed-offline";

  private final Connection connection;
  private final SiteId site;
  private final long now;
  private final Flaps flaps;
  private final List<IncidentEvent> events = new ArrayList<>();
  private final List<AlertView> alerts = new ArrayList<>();
  private final Map<String, IncidentView> incidents = new LinkedHashMap<>();

  /**
   * @param now epoch milliseconds, the time of the events
   */
  public JdbcOccurrences(Connection connection, SiteId site, long now) {
    this(connection, site, now, Flaps.NEVER);
  }

  /**
   * @param flaps how often an alert may come before it is said once
   */
  public JdbcOccurrences(Connection connection, SiteId site, long now, Flaps flaps) {
    this.flaps = flaps;
    this.connection = connection;
    this.site = site;
    this.now = now;
  }

  /**
   * A condition began. Again is the same; also while an alert of its rule and subject is active.
   */
  public void raise(AlertRaised raised) throws SQLException {
    JdbcAlerts.Notice notice = JdbcAlerts.raise(connection, raised, flaps);
    if (notice == JdbcAlerts.Notice.FIRST_TIME && raised.severity().opensIncident()) {
      join(raised);
    }
    // Told also when it was there already: the commit before may have ended without our knowing.
    tell(raised.alert());
    if (raised.rule().equals(OFFLINE_RULE)) {
      alerts.addAll(JdbcHeldBack.inhibitedBy(connection, raised.alert()));
    }
  }

  /** It got worse; a no-op when it was as bad before, or is over. */
  public void worsen(AlertWorsened worse) throws SQLException {
    if (!JdbcAlerts.worsen(connection, worse)) {
      return;
    }
    AlertView alert = JdbcAlerts.find(connection, worse.alert()).orElseThrow();
    if (alert.incident().isPresent()) {
      String incident = alert.incident().get();
      JdbcIncidents.worsen(connection, incident, worse.severity());
      event(incident, "worsened", "server", EventDetail.worsened(worse), worse.alert());
      JdbcIncidents.find(connection, incident).ifPresent(one -> incidents.put(incident, one));
    } else if (worse.severity().opensIncident()) {
      join(
          AlertRaised.of(
                  alert.alert(), alert.rule(), worse.severity(), alert.subject(site), worse.at())
              .measuring(worse.measured(), worse.limit())
              .by(alert.life().ruleVersion()));
    }
    tell(worse.alert());
  }

  /** The same condition in newer words: screens show them, nobody else is told. */
  public void restate(String alert, Site.Name words) throws SQLException {
    JdbcAlerts.restate(connection, alert, words);
    tell(alert);
  }

  /** It ended; a second end changes nothing. */
  public void clear(AlertCleared cleared) throws SQLException {
    boolean first = JdbcAlerts.clear(connection, cleared);
    Optional<AlertView> alert = JdbcAlerts.find(connection, cleared.alert());
    if (alert.isEmpty()) {
      return;
    }
    tell(cleared.alert());
    if (first && alert.get().rule().equals(OFFLINE_RULE)) {
      alerts.addAll(JdbcHeldBack.release(connection, cleared.alert()));
    }
    Optional<String> incident = alert.get().incident();
    if (first && incident.isPresent()) {
      boolean edge = cleared.why().isEmpty() && alert.get().rule().equals(EDGE_RULE);
      String who = edge ? "edge" : "server";
      event(incident.get(), "cleared", who, EventDetail.cleared(cleared), cleared.alert());
    }
  }

  /** Appends what was gathered to the site's chain; nothing may follow in this transaction. */
  public void append() throws SQLException {
    if (!events.isEmpty()) {
      JdbcIncidents.append(connection, site, events);
      events.clear();
    }
  }

  /** Alerts as they are now, for the screens after the commit. */
  public List<AlertView> alerts() {
    return List.copyOf(alerts);
  }

  /** Incidents as they are now, for the screens after the commit. */
  public List<IncidentView> incidents() {
    return List.copyOf(incidents.values());
  }

  private void join(AlertRaised raised) throws SQLException {
    Occasion occasion =
        new Occasion(
            raised.alert(),
            raised.subject().key(),
            raised.kind(),
            raised.severity(),
            raised.subject(),
            raised.raisedAt(),
            raised.cause().alarm().isPresent() ? "edge" : "server",
            EventDetail.raised(raised));
    JdbcIncidents.Entry entry = JdbcIncidents.openOrJoin(connection, occasion, now);
    JdbcAlerts.join(connection, raised.alert(), entry.incident().incident());
    events.add(entry.event());
    incidents.put(entry.incident().incident(), entry.incident());
  }

  private void event(String incident, String event, String who, String detail, String alert) {
    events.add(new IncidentEvent(incident, now, event, who, detail, alert + ":" + event));
  }

  private void tell(String alert) throws SQLException {
    JdbcAlerts.find(connection, alert).ifPresent(alerts::add);
  }
}
