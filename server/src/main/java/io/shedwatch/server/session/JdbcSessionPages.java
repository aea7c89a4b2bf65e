package io.shedwatch.server.session;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.JdbcSelect;
import io.shedwatch.server.sql.Page;
import io.shedwatch.server.sql.PageAsked;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Lists of sessions, the newest started first. */
final class JdbcSessionPages {
  private static final String COLUMNS =
      "session, shed, socket, started_at, ended_at, watt_hours, peak_watts, stop_reason,"
          + " finished_at from charging_session";

  private JdbcSessionPages() {}

  /**
   * Which sessions; what is empty does not restrict.
   *
   * @param from started at or after
   * @param to started before
   * @param open whether those under way are all there is, or are left out
   */
  record Query(
      Optional<String> shed,
      Optional<Integer> socket,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<Boolean> open) {}

  static Page<SessionShape> page(
      Connection connection, SiteId site, SiteTime time, Query query, PageAsked asked)
      throws SQLException {
    JdbcSelect select =
        JdbcSelect.of(COLUMNS, site.value())
            .where("shed = ?", query.shed())
            .where("socket = ?", query.socket())
            .where("started_at >= ?", query.from())
            .where("started_at < ?", query.to());
    query.open().ifPresent(open -> select.where("ended_at is " + (open ? "null" : "not null")));
    return select.page(
        connection, new JdbcSelect.Order("started_at", "session"), asked, row -> shape(row, time));
  }

  private static SessionShape shape(ResultSet row, SiteTime time) throws SQLException {
    return new SessionShape(
        row.getString("session"),
        row.getString("shed"),
        row.getInt("socket"),
        time(row, "started_at", time).orElseThrow(),
        time(row, "ended_at", time),
        row.getDouble("watt_hours"),
        row.getDouble("peak_watts"),
        Optional.ofNullable(row.getString("stop_reason")),
        time(row, "finished_at", time));
  }

  private static Optional<String> time(ResultSet row, String column, SiteTime time)
      throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant)
        .map(time::text);
  }
}
