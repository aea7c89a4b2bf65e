package io.shedwatch.server.incident;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.AlertView;
import io.shedwatch.server.alert.Deed;
import io.shedwatch.server.alert.JdbcChronicle;
import io.shedwatch.server.alert.JdbcRemarks;
import io.shedwatch.server.alert.Remark;
import io.shedwatch.server.alert.Subject;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What people do to incidents, and what their deeds about alerts mean here. The state is decided
 * and changed by one statement; the event is appended in the same transaction, last, because the
 * site's chain is locked from then to the commit; the screens hear after it.
 */
public final class JdbcIncidentActions implements JdbcChronicle {
  /** SQLSTATE of a broken unique key, the same in H2 and PostgreSQL. */
  private static final String UNIQUE_VIOLATION = "23505";

  private final DataSource database;
  private final SiteId site;
  private final IncidentScreen screen;

  public JdbcIncidentActions(DataSource database, SiteId site, IncidentScreen screen) {
    this.database = database;
    this.site = site;
    this.screen = screen;
  }

  /** What people may do to an incident. */
  enum Action {
    ACKNOWLEDGE("acknowledged", "acknowledged", "state = 'acknowledged' where state = 'open'"),
    /** Nothing changes but the log. */
    COMMENT("commented", "", "state = state where state = state"),
    RESOLVE(
        "resolved",
        "resolved",
        "state = 'resolved', resolved_at = ?, open_key = null,"
            + " way = coalesce(cast(? as varchar(16)), way)"
            + " where state in ('open', 'acknowledged')"),
    CLOSE("closed", "closed", "state = 'closed', closed_at = ? where state = 'resolved'"),
    REOPEN(
        "reopened",
        "open",
        "state = 'open', resolved_at = null, closed_at = null, open_key = ?"
            + " where state in ('resolved', 'closed')");

    private final String event;
    private final String target;
    private final String change;

    Action(String event, String target, String change) {
      this.event = event;
      this.target = target;
      this.change = change;
    }
  }

  /** What became of an action. */
  enum Outcome {
    DONE,
    /** The incident is in that state: twice is the same as once. */
    ALREADY,
    NO_SUCH_INCIDENT,
    /** The incident's state does not allow it; also when another incident of its key is open. */
    NOT_IN_THIS_STATE
  }

  /**
   * What somebody asks for.
   *
   * @param text what the person wrote; empty where the action takes nothing
   * @param way how it was resolved, see {@link IncidentView#way}
   */
  record Act(
      Action action,
      String incident,
      String who,
      Instant now,
      Optional<String> text,
      Optional<String> way) {
    Act(Action action, String incident, String who, Instant now, Optional<String> text) {
      this(action, incident, who, now, text, Optional.empty());
    }
  }

  /** The outcome, and the incident as it is now, where there is one. */
  record Done(Outcome outcome, Optional<IncidentView> incident) {}

  Done act(Act act) throws SQLException {
    try {
      Done done = JdbcTransaction.run(database, connection -> act(connection, act));
      if (done.outcome() == Outcome.DONE) {
        done.incident().ifPresent(screen::incident);
      }
      return done;
    } catch (SQLException e) {
      if (act.action() == Action.REOPEN && UNIQUE_VIOLATION.equals(e.getSQLState())) {
        return new Done(Outcome.NOT_IN_THIS_STATE, Optional.empty());
      }
      throw e;
    }
  }

  private Done act(Connection connection, Act act) throws SQLException {
    Optional<IncidentView> before = JdbcIncidents.find(connection, act.incident());
    if (before.isEmpty()) {
      return new Done(Outcome.NO_SUCH_INCIDENT, before);
    }
    if (!change(connection, act, before.get())) {
      boolean already = before.get().state().equals(act.action().target);
      return new Done(already ? Outcome.ALREADY : Outcome.NOT_IN_THIS_STATE, before);
    }
    SortedMap<String, String> detail = new TreeMap<>();
    if (act.text().isPresent()) {
      Remark remark = new Remark(act.incident(), act.who(), act.now(), act.text().get());
      detail.put(DetailText.REMARK, JdbcRemarks.write(connection, site, remark));
      JdbcIncidentTexts.add(connection, act.incident(), remark.text());
    }
    act.way().ifPresent(way -> detail.put("way", way));
    long now = act.now().toEpochMilli();
    String event = act.action().event;
    String cause = act.incident() + ":" + event + ":" + now + ":" + act.who();
    IncidentEvent added =
        new IncidentEvent(act.incident(), now, event, act.who(), DetailText.of(detail), cause);
    JdbcIncidents.append(connection, site, List.of(added));
    return new Done(Outcome.DONE, JdbcIncidents.find(connection, act.incident()));
  }

  private boolean change(Connection connection, Act act, IncidentView incident)
      throws SQLException {
    String sql = "update incident set " + act.action().change + " and incident = ? and site = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      int index = 0;
      if (act.action() == Action.RESOLVE || act.action() == Action.CLOSE) {
        OffsetDateTime now = act.now().atOffset(ZoneOffset.UTC);
        update.setObject(++index, now);
        if (act.action() == Action.RESOLVE) {
          update.setString(++index, act.way().orElse(null));
        }
      } else if (act.action() == Action.REOPEN) {
        update.setString(++index, openKey(incident));
      }
      update.setString(++index, act.incident());
      update.setString(++index, site.value());
      return update.executeUpdate() == 1;
    }
  }

  /** The key under which new alerts join. */
  private String openKey(IncidentView incident) {
    if (incident.shed().isEmpty() && incident.building().isEmpty()) {
      return site + "/" + incident.incident(); // About the whole site: nothing joins it.
    }
    return new Subject(
            site, incident.shed().map(ShedId::new), incident.socket(), incident.building())
        .key();
  }

  /**
   * A deed about an alert is an event of its incident; an acknowledgement also acknowledges the
   * incident, since somebody has seen to it.
   */
  @Override
  public Runnable add(Connection connection, AlertView alert, Deed deed) throws SQLException {
    if (alert.incident().isEmpty()) {
      return () -> {};
    }
    String incident = alert.incident().get();
    if (deed.event().equals(Action.ACKNOWLEDGE.event)) {
      acknowledge(connection, incident);
    }
    SortedMap<String, String> detail = new TreeMap<>();
    detail.put("alert", alert.alert());
    if (deed.remark().isPresent()) {
      detail.put(DetailText.REMARK, deed.remark().get());
      JdbcIncidentTexts.addRemark(connection, site, incident, deed.remark().get());
    }
    String cause = alert.alert() + ":" + deed.event();
    IncidentEvent added =
        new IncidentEvent(
            incident,
            deed.at(),
            deed.event(),
            deed.who(),
            DetailText.of(detail),
            deed.once() ? cause : cause + ":" + deed.at() + ":" + deed.who());
    JdbcIncidents.append(connection, site, List.of(added));
    Optional<IncidentView> now = JdbcIncidents.find(connection, incident);
    return () -> now.ifPresent(screen::incident);
  }

  private void acknowledge(Connection connection, String incident) throws SQLException {
    String sql =
        "update incident set " + Action.ACKNOWLEDGE.change + " and incident = ? and site = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, incident);
      update.setString(2, site.value());
      update.executeUpdate();
    }
  }
}
