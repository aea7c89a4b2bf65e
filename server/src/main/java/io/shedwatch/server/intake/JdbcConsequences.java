package io.shedwatch.server.intake;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.Flaps;
import io.shedwatch.server.command.JdbcCommands;
import io.shedwatch.server.incident.JdbcOccurrences;
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

/** Writes the consequences of one transaction: many rows in few statements, the chain last. */
final class JdbcConsequences {
  private final Connection connection;
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final JdbcLoss loss;
  private final JdbcOccurrences occurrences;
  private final List<Told.Order> orders = new ArrayList<>();

  JdbcConsequences(Connection connection, SiteId site, long now, Flaps flaps) {
    this.connection = connection;
    this.loss = new JdbcLoss(connection, site, now);
    this.occurrences = new JdbcOccurrences(connection, site, now, flaps);
  }

  void gather(ShedCommit commit) throws SQLException {
    ShedAddress shed = commit.next().shed();
    for (Consequence consequence : commit.consequences()) {
      if (consequence instanceof Consequence.SessionChanged changed) {
        sessions.put(changed.session().session(), changed.session());
      } else if (consequence instanceof Consequence.Raised raised) {
        occurrences.raise(raised.alert());
      } else if (consequence instanceof Consequence.Cleared cleared) {
        occurrences.clear(cleared.alert());
      } else if (consequence instanceof Consequence.Worsened worse) {
        occurrences.worsen(worse.alert());
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
    occurrences.append();
    return new Told(occurrences.alerts(), occurrences.incidents(), List.copyOf(orders));
  }
}
