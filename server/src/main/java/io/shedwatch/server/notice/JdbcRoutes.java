package io.shedwatch.server.notice;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.notice.courier.CourierKind;
import io.shedwatch.server.notice.courier.Destination;
import io.shedwatch.server.settings.Secret;
import io.shedwatch.server.sql.JdbcCall;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of routes, within the caller's transaction. */
final class JdbcRoutes {
  private static final String COLUMNS =
      "route, name, courier, address, secret, audience, least, rules, grids, from_minute,"
          + " to_minute, outside, after_minutes, language, tells_clears, digest, enabled";
  private static final String WAIT = "wait";
  private static final String SKIP = "skip";

  private JdbcRoutes() {}

  /** All routes of a site, by name; there are few. */
  static List<Route> all(Connection connection, SiteId site) throws SQLException {
    return JdbcCall.list(
        connection,
        "select " + COLUMNS + " from notice_route where site = ? order by name, route",
        JdbcRoutes::route,
        site.value());
  }

  static Optional<Route> find(Connection connection, SiteId site, String route)
      throws SQLException {
    return JdbcCall.first(
        connection,
        "select " + COLUMNS + " from notice_route where site = ? and route = ?",
        JdbcRoutes::route,
        site.value(),
        route);
  }

  /** Writes the route, in place of the one with its id. */
  static void put(Connection connection, SiteId site, Route route, String who, Instant now)
      throws SQLException {
    remove(connection, site, route.route());
    RouteFilter filter = route.filter();
    JdbcCall.update(
        connection,
        "insert into notice_route ("
            + COLUMNS
            + ", site, changed_by, changed_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        route.route(),
        route.name(),
        route.destination().courier().word(),
        route.destination().address().reveal(),
        route.destination().key().map(Secret::reveal),
        route.audience().word(),
        filter.least().word(),
        String.join(",", new TreeSet<>(filter.rules())),
        String.join(",", new TreeSet<>(filter.grids())),
        filter.hours().fromMinute(),
        filter.hours().toMinute(),
        filter.hours().waits() ? WAIT : SKIP,
        route.afterMinutes(),
        route.language().word(),
        route.tellsClears(),
        route.digest(),
        route.enabled(),
        site.value(),
        who,
        now);
  }

  static boolean remove(Connection connection, SiteId site, String route) throws SQLException {
    return JdbcCall.update(
            connection,
            "delete from notice_route where site = ? and route = ?",
            site.value(),
            route)
        == 1;
  }

  private static Route route(ResultSet row) throws SQLException {
    Destination destination =
        new Destination(
            CourierKind.ofWord(row.getString("courier")),
            new Secret(row.getString("address")),
            Optional.ofNullable(row.getString("secret")).map(Secret::new));
    RouteFilter filter =
        new RouteFilter(
            Severity.ofWord(row.getString("least")),
            words(row.getString("rules")),
            words(row.getString("grids")),
            new Hours(
                row.getInt("from_minute"),
                row.getInt("to_minute"),
                row.getString("outside").equals(WAIT)));
    return new Route(
        row.getString("route"),
        row.getString("name"),
        destination,
        filter,
        Audience.ofWord(row.getString("audience")),
        row.getInt("after_minutes"),
        Language.ofWord(row.getString("language")),
        row.getBoolean("tells_clears"),
        row.getBoolean("digest"),
        row.getBoolean("enabled"));
  }

  private static Set<String> words(String joined) {
    return Arrays.stream(joined.split(",", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }
}
