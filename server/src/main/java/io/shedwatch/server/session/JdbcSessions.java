package io.shedwatch.server.session;

import io.shedwatch.contract.ShedAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The table of sessions, within the caller's transaction. */
public final class JdbcSessions {
  private static final String UPDATE =
      "update charging_session set started_at = ?, finished_at = ?, ended_at = ?, watt_hours = ?,"
          + " peak_watts = ?, stop_reason = ? where session = ?";

  private static final String INSERT =
      "insert into charging_session (started_at, finished_at, ended_at, watt_hours, peak_watts,"
          + " stop_reason, session, site, shed, socket) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict do nothing";

  private static final String REVISE =
      "update charging_session set peak_watts = ? where site = ? and shed = ? and socket = ?"
          + " and started_at <= ? and (ended_at is null or ended_at >= ?) and peak_watts < ?";

  private JdbcSessions() {}

  /** Writes each session as it is now; sessions of one call differ. */
  public static void write(Connection connection, Collection<Session> sessions)
      throws SQLException {
    List<Session> rows = List.copyOf(sessions);
    List<Session> unknown = new ArrayList<>();
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      for (Session session : rows) {
        set(update, session);
        update.addBatch();
      }
      int[] changed = update.executeBatch();
      for (int i = 0; i < changed.length; i++) {
        if (changed[i] == 0) {
          unknown.add(rows.get(i));
        }
      }
    }
    if (!unknown.isEmpty()) {
      insert(connection, unknown);
    }
  }

  private static void insert(Connection connection, List<Session> sessions) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Session session : sessions) {
        set(insert, session);
        insert.setString(8, session.shed().site().value());
        insert.setString(9, session.shed().shed().value());
        insert.setInt(10, session.socket());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** A late reading may have been the highest of a session that is over. */
  public static void revise(
      Connection connection, ShedAddress shed, int socket, long at, double watts)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(REVISE)) {
      update.setDouble(1, watts);
      update.setString(2, shed.site().value());
      update.setString(3, shed.shed().value());
      update.setInt(4, socket);
      update.setObject(5, time(at));
      update.setObject(6, time(at));
      update.setDouble(7, watts);
      update.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, Session session) throws SQLException {
    statement.setObject(1, time(session.startedAt()));
    setTime(statement, 2, session.finishedAt());
    setTime(statement, 3, session.endedAt());
    statement.setDouble(4, session.wattHours());
    statement.setDouble(5, session.peakWatts());
    statement.setString(6, session.stopReason().map(StopReason::word).orElse(null));
    statement.setString(7, session.session());
  }

  private static void setTime(PreparedStatement statement, int index, long epochMillis)
      throws SQLException {
    if (epochMillis == 0) {
      statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      statement.setObject(index, time(epochMillis));
    }
  }

  private static OffsetDateTime time(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).atOffset(ZoneOffset.UTC);
  }
}
