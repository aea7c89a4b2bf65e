package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.Start;
import io.shedwatch.server.sql.JdbcCall;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The row from which the next night begins. */
final class JdbcStart {
  private JdbcStart() {}

  /** Replaces it. */
  static void keep(Connection connection, String site, Walks walks, Start start)
      throws SQLException {
    JdbcCall.update(connection, "delete from pressure_start where site = ?", site);
    JdbcCall.update(
        connection,
        "insert into pressure_start (site, kappa, wander, again, alpha, group_keys, weights, rhythm)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        site,
        start.kappa(),
        start.wander(),
        start.again(),
        start.alpha(),
        keys(walks),
        text(start.weights()),
        text(start.rhythm()));
  }

  /** Empty before the first night, and where sheds or buildings have changed since. */
  static Optional<Start> read(Connection connection, String site, Walks walks) throws SQLException {
    return JdbcCall.first(
        connection,
        "select kappa, wander, again, alpha, weights, rhythm from pressure_start"
            + " where site = ? and group_keys = ?",
        row ->
            new Start(
                row.getDouble("kappa"),
                row.getDouble("wander"),
                row.getDouble("again"),
                row.getDouble("alpha"),
                numbers(row.getString("weights")),
                numbers(row.getString("rhythm"))),
        site,
        keys(walks));
  }

  private static String keys(Walks walks) {
    return walks.groups().stream().map(Walks.Group::key).collect(Collectors.joining(";"));
  }

  private static String text(List<Double> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static List<Double> numbers(String text) {
    return Arrays.stream(text.split(",", -1)).map(Double::parseDouble).toList();
  }
}
