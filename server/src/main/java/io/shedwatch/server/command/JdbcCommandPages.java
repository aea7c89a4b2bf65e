package io.shedwatch.server.command;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.sql.JdbcSelect;
import io.shedwatch.server.sql.Page;
import io.shedwatch.server.sql.PageAsked;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Lists of orders, the newest first. */
public final class JdbcCommandPages {
  private static final String COLUMNS =
      "command, shed, socket, action, ordered_by, ordered_at, expires_at, result, reason,"
          + " outcome_at from socket_command";

  private JdbcCommandPages() {}

  /** One order; empty when there is none of that id. */
  public static Optional<CommandView> find(Connection connection, SiteId site, String command)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select " + COLUMNS + " where site = ? and command = ?")) {
      select.setString(1, site.value());
      select.setString(2, command);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(view(row)) : Optional.empty();
      }
    }
  }

  /**
   * The orders to one socket, one shed or all sheds.
   *
   * @param shed empty: all
   * @param socket empty: all
   */
  static Page<CommandView> page(
      Connection connection,
      SiteId site,
      Optional<String> shed,
      Optional<Integer> socket,
      PageAsked asked)
      throws SQLException {
    return JdbcSelect.of(COLUMNS, site.value())
        .where("shed = ?", shed)
        .where("socket = ?", socket)
        .page(
            connection,
            new JdbcSelect.Order("ordered_at", "command"),
            asked,
            JdbcCommandPages::view);
  }

  private static CommandView view(ResultSet row) throws SQLException {
    return new CommandView(
        row.getString("command"),
        row.getString("shed"),
        row.getInt("socket"),
        row.getString("action"),
        row.getString("ordered_by"),
        instant(row, "ordered_at").orElseThrow(),
        instant(row, "expires_at").orElseThrow(),
        Optional.ofNullable(row.getString("result")),
        Optional.ofNullable(row.getString("reason")),
        instant(row, "outcome_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
