package io.shedwatch.server.intake;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.AlertCleared;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.AlertView;
import io.shedwatch.server.alert.JdbcAlerts;
import io.shedwatch.server.command.JdbcCommands;
import io.shedwatch.server.incident.IncidentEvent;
import io.shedwatch.server.incident.IncidentView;
import io.shedwatch.server.incident.JdbcIncidents;
import io.shedwatch.server.incident.Occasion;
import io.shedwatch.server.intake.step.Consequence;
import io.shedwatch.server.intake.step.Consequence.Refusal;
import io.shedwatch.server.session.JdbcSessions;
import io.shedwatch.server.session.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the consequences of one transaction: many rows in few statements, the chain last. */
final class JdbcConsequences {
  private final Connection connection;
  private final SiteId site;
  private final long now;
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final JdbcLoss loss;
  private final List<IncidentEvent> events = new ArrayList<>();
  private final List<AlertView> alerts = new ArrayList<>();
  private final Map<String, IncidentView> incidents = new LinkedHashMap<>();
  private final List<Told.Order> orders = new ArrayList<>();

  JdbcConsequences(Connection connection, SiteId site, long now) {
    this.connection = connection;
    this.site = site;
    this.now = now;
    this.loss = new JdbcLoss(connection, site, now);
  }

  void gather(ShedCommit commit) throws SQLException {
    ShedAddress shed = commit.next().shed();
    for (Consequence consequence : commit.consequences()) {
      if (consequence instanceof Consequence.SessionChanged changed) {
        sessions.put(changed.session().session(), changed.session());
      } else if (consequence instanceof Consequence.Raised raised) {
        raise(raised.alert());
      } else if (consequence instanceof Consequence.Cleared cleared) {
        clear(cleared.alert());
      } else if (consequence instanceof Consequence.SessionCorrected late) {
        JdbcSessions.revise(connection, shed, late.socket(), late.at(), late.watts());
      } else if (consequence instanceof Consequence.OutcomeHeard heard) {
        JdbcCommands.outcome(connection, shed, heard.outcome(), heard.at());
      } else if (consequence instanceof Consequence.Ordered ordered) {
        JdbcCommands.insert(connection, shed, ordered.command());
        orders.add(new Told.Order(shed, ordered.command()));
      } else {
        loss.write(shed, consequence);
      }
    }
  }

  void refuse(List<Refusal> strangers) throws SQLException {
    for (Refusal stranger : strangers) {
      loss.refuse(stranger);
    }
  }

  Told write() throws SQLException {
    if (!sessions.isEmpty()) {
      JdbcSessions.write(connection, sessions.values());
    }
    loss.trim();
    if (!events.isEmpty()) {
      JdbcIncidents.append(connection, site, events);
    }
    return new Told(List.copyOf(alerts), List.copyOf(incidents.values()), List.copyOf(orders));
  }

  private void raise(AlertRaised raised) throws SQLException {
    JdbcAlerts.Notice notice = JdbcAlerts.raise(connection, raised);
    if (notice == JdbcAlerts.Notice.FIRST_TIME && raised.severity().opensIncident()) {
      JdbcIncidents.Entry entry = JdbcIncidents.openOrJoin(connection, occasion(raised), now);
      JdbcAlerts.join(connection, raised.alert(), entry.incident().incident());
      events.add(entry.event());
      incidents.put(entry.incident().incident(), entry.incident());
    }
    // Told also when it was there already: the commit before may have ended without our knowing.
    JdbcAlerts.find(connection, raised.alert()).ifPresent(alerts::add);
  }

  private void clear(AlertCleared cleared) throws SQLException {
    boolean first = JdbcAlerts.clear(connection, cleared);
    Optional<AlertView> alert = JdbcAlerts.find(connection, cleared.alert());
    if (alert.isEmpty()) {
      return;
    }
    alerts.add(alert.get());
    Optional<String> incident = alert.get().incident();
    if (first && incident.isPresent()) {
      events.add(
          new IncidentEvent(
              incident.get(),
              now,
              "cleared",
              cleared.why().isEmpty() ? "edge" : "server",
              EventDetail.cleared(cleared),
              cleared.alert() + ":cleared"));
    }
  }

  private static Occasion occasion(AlertRaised raised) {
    return new Occasion(
        raised.alert(),
        raised.subject(),
        raised.kind(),
        raised.severity(),
        raised.shed(),
        raised.socket(),
        raised.raisedAt(),
        raised.alarm().isPresent() ? "edge" : "server",
        EventDetail.raised(raised));
  }
}
