package io.shedwatch.server.session;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** The session that lasts at one socket. */
public final class JdbcOpenSession {
  private JdbcOpenSession() {}

  /**
   * A session under way.
   *
   * @param wattHours energy so far, Wh; a minute old at most while it charges
   */
  public record Open(Instant startedAt, double wattHours, Optional<Instant> finishedAt) {}

  /** The newest session of a socket that has not ended. */
  public static Optional<Open> find(DataSource database, ShedAddress shed, int socket)
      throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.first(
                connection,
                "select started_at, watt_hours, finished_at from charging_session where site = ?"
                    + " and shed = ? and socket = ? and ended_at is null"
                    + " order by started_at desc fetch first 1 rows only",
                row ->
                    new Open(
                        JdbcCall.time(row, "started_at"),
                        row.getDouble("watt_hours"),
                        JdbcCall.maybeTime(row, "finished_at")),
                shed.site().value(),
                shed.shed().value(),
                socket));
  }
}
