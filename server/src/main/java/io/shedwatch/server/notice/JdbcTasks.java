package io.shedwatch.server.notice;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.sql.JdbcCall;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The outbox and what each route is to be told, within the caller's transaction. */
final class JdbcTasks {
  /** Taken out of the outbox in one transaction; the rest follows in the next. */
  private static final int MOST_ENTRIES = 500;

  /** Told in one message; the rest goes with the next. */
  private static final int MOST_TASKS = 1_000;

  private static final String DUE =
      "select t.task, t.transition, t.late, exists (select 1 from notice_task r"
          + " join notice n on n.notice = r.notice where r.route = t.route and r.alert = t.alert and r.transition <> 'cleared'"
          + " and n.made_at < a.cleared_at) as told_raise, "
          + JdbcAlertFacts.COLUMNS
          + " from notice_task t join "
          + JdbcAlertFacts.TABLES.replace("alert a ", "alert a on a.alert = t.alert ")
          + " where t.site = ? and t.route = ? and t.state = 'pending' and t.due_at <= ?"
          + " order by t.task fetch first "
          + MOST_TASKS
          + " rows only";

  private static final String INCIDENT_TOLD =
      "select n.made_at, b.severity from notice n join notice_task r on r.notice = n.notice"
          + " join alert b on b.alert = r.alert where n.site = ? and n.route = ?"
          + " and n.made_at > ? and b.incident = ? and r.transition = 'raised'";

  private final SiteId site;
  private final JdbcAlertFacts facts;

  JdbcTasks(SiteId site, JdbcAlertFacts facts) {
    this.site = site;
    this.facts = facts;
  }

  /** One transition that is not routed yet. */
  record Entry(long number, String alert, Transition transition) {}

  List<Entry> outbox(Connection connection) throws SQLException {
    return JdbcCall.list(
        connection,
        "select number, alert, transition from alert_outbox where site = ? order by number"
            + " fetch first "
            + MOST_ENTRIES
            + " rows only",
        row -> new Entry(row.getLong(1), row.getString(2), Transition.ofWord(row.getString(3))),
        site.value());
  }

  /** Turns an entry into tasks; the entry is gone with this transaction. */
  void route(Connection connection, Entry entry, List<Routing.Due> tasks) throws SQLException {
    JdbcCall.update(connection, "delete from alert_outbox where number = ?", entry.number());
    for (Routing.Due due : tasks) {
      if (due.transition() == Transition.AGAIN) {
        JdbcCall.update(
            connection,
            "delete from notice_task where route = ? and alert = ? and transition = ?"
                + " and state <> 'pending'",
            due.route(),
            due.alert(),
            due.transition().word());
      }
      JdbcCall.update(
          connection,
          "insert into notice_task (site, route, alert, transition, due_at, late, state)"
              + " values (?, ?, ?, ?, ?, ?, 'pending') on conflict do nothing",
          site.value(),
          due.route(),
          due.alert(),
          due.transition().word(),
          due.at(),
          due.late());
    }
  }

  /** Routes on which something is due. */
  List<String> dueRoutes(Connection connection, Instant now) throws SQLException {
    return JdbcCall.list(
        connection,
        "select distinct route from notice_task where site = ? and state = 'pending'"
            + " and due_at <= ?",
        row -> row.getString(1),
        site.value(),
        now);
  }

  /** What is due on a route, oldest first. */
  List<Task> due(Connection connection, Route route, NoticeRules rules, Instant now)
      throws SQLException {
    boolean escalated = route.afterMinutes() > 0;
    List<Task> bare =
        JdbcCall.list(
            connection,
            DUE,
            row -> task(row, escalated, Optional.empty()),
            site.value(),
            route.route(),
            now);
    List<Task> tasks = new ArrayList<>();
    for (Task task : bare) {
      tasks.add(
          new Task(
              task.task(),
              task.transition(),
              task.alert(),
              task.late(),
              escalated,
              task.toldRaise(),
              incidentTold(connection, route, task, now.minus(rules.oneIncident()))));
    }
    return tasks;
  }

  private Task task(ResultSet row, boolean escalated, Optional<Task.IncidentTold> told)
      throws SQLException {
    return new Task(
        row.getLong("task"),
        Transition.ofWord(row.getString("transition")),
        facts.fact(row),
        row.getBoolean("late"),
        escalated,
        row.getBoolean("told_raise"),
        told);
  }

  private Optional<Task.IncidentTold> incidentTold(
      Connection connection, Route route, Task task, Instant since) throws SQLException {
    if (task.alert().incident().isEmpty() || !Turn.ofOneLoad(task.alert())) {
      return Optional.empty();
    }
    return JdbcCall.list(
            connection,
            INCIDENT_TOLD,
            row ->
                new Task.IncidentTold(
                    JdbcCall.time(row, "made_at"), Severity.ofWord(row.getString("severity"))),
            site.value(),
            route.route(),
            since,
            task.alert().incident().get())
        .stream()
        .reduce(
            (one, other) ->
                new Task.IncidentTold(
                    one.at().isAfter(other.at()) ? one.at() : other.at(),
                    one.worst().worseThan(other.worst()) ? one.worst() : other.worst()));
  }

  void settle(Connection connection, List<Turn.Settled> settled) throws SQLException {
    for (Turn.Settled one : settled) {
      JdbcCall.update(
          connection,
          "update notice_task set state = 'settled', why = ? where task = ?",
          one.why().word(),
          one.task().task());
    }
  }

  void told(Connection connection, List<Task> told, String notice) throws SQLException {
    for (Task task : told) {
      JdbcCall.update(
          connection,
          "update notice_task set state = 'told', notice = ? where task = ?",
          notice,
          task.task());
    }
  }

  /** What was due on a route that is gone or off is settled. */
  void abandon(Connection connection, String route) throws SQLException {
    JdbcCall.update(
        connection,
        "update notice_task set state = 'settled', why = 'route-off' where site = ? and route = ?"
            + " and state = 'pending'",
        site.value(),
        route);
  }

  /** Forgets what was settled without a message and was due before then. */
  void forget(Connection connection, Instant before) throws SQLException {
    JdbcCall.update(
        connection,
        "delete from notice_task where site = ? and state = 'settled' and due_at < ?",
        site.value(),
        before);
  }
}
