package io.shedwatch.server.notice;

import io.shedwatch.server.site.Site;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What routes are still to be told, for those who ask. */
final class JdbcWaiting {
  /** Shown at once; the earliest first, so nothing that is next is left out. */
  private static final int MOST_ROWS = 200;

  private static final String PENDING =
      "select t.route, t.transition, t.due_at, "
          + JdbcAlertFacts.COLUMNS
          + " from notice_task t join "
          + JdbcAlertFacts.TABLES.replace("alert a ", "alert a on a.alert = t.alert ")
          + " where t.site = ? and t.state = 'pending' order by t.due_at, t.task fetch first "
          + MOST_ROWS
          + " rows only";

  private final DataSource database;
  private final Site site;
  private final JdbcAlertFacts facts;
  private final JdbcNotices notices;

  JdbcWaiting(DataSource database, Site site) {
    this.database = database;
    this.site = site;
    this.facts = new JdbcAlertFacts(new Places(site));
    this.notices = new JdbcNotices(site.site());
  }

  /** One thing that one route is to be told, not before then. */
  record Waiting(Route route, Transition what, AlertFact alert, Instant dueAt, WaitingWhy why) {}

  private record Pending(String route, Transition what, AlertFact alert, Instant dueAt) {}

  /** The earliest first; at most 200. */
  List<Waiting> all(Instant now) throws SQLException {
    return JdbcTransaction.run(database, connection -> all(connection, now));
  }

  private List<Waiting> all(Connection connection, Instant now) throws SQLException {
    Map<String, Route> routes =
        JdbcRoutes.all(connection, site.site()).stream()
            .collect(Collectors.toMap(Route::route, Function.identity()));
    Map<String, Boolean> busy = new HashMap<>();
    for (String route : routes.keySet()) {
      busy.put(route, notices.busy(connection, route));
    }
    List<Pending> pending =
        JdbcCall.list(
            connection,
            PENDING,
            row ->
                new Pending(
                    row.getString("route"),
                    Transition.ofWord(row.getString("transition")),
                    facts.fact(row),
                    JdbcCall.time(row, "due_at")),
            site.site().value());
    WaitingWhy.At at = new WaitingWhy.At(now, site.timezone());
    List<Waiting> all = new ArrayList<>();
    for (Pending one : pending) {
      Route route = routes.get(one.route());
      if (route != null) {
        boolean line = busy.getOrDefault(one.route(), false);
        WaitingWhy why = WaitingWhy.of(route, one.what(), one.dueAt(), line, at);
        all.add(new Waiting(route, one.what(), one.alert(), one.dueAt(), why));
      }
    }
    return all;
  }
}
