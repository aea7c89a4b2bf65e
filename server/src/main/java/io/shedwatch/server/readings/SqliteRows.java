package io.shedwatch.server.readings;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.readings.RollUp.Level;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/** The two tables and how rows become readings and back. {@code NaN} is null in SQL. */
final class SqliteRows {
  static final String CREATE_RAW =
      """
      CREATE TABLE IF NOT EXISTS raw (
        shed TEXT NOT NULL, socket INTEGER NOT NULL, at INTEGER NOT NULL,
        usage TEXT NOT NULL, relay TEXT NOT NULL,
        volts REAL, amperes REAL, watts REAL, watt_hours REAL, celsius REAL,
        PRIMARY KEY (shed, socket, at)) WITHOUT ROWID
      """;

  static final String INSERT_RAW = "INSERT OR REPLACE INTO raw VALUES (?,?,?,?,?,?,?,?,?,?)";

  static final String CREATE_ROLL_UP =
      """
      CREATE TABLE IF NOT EXISTS roll_up (
        shed TEXT NOT NULL, socket INTEGER NOT NULL, at INTEGER NOT NULL,
        held_millis INTEGER NOT NULL, watts_mean REAL, watts_min REAL, watts_max REAL,
        amperes_mean REAL, amperes_max REAL, volts_mean REAL, celsius_max REAL, watt_hours REAL,
        PRIMARY KEY (shed, socket, at)) WITHOUT ROWID
      """;

  static final String INSERT_ROLL_UP =
      "INSERT OR REPLACE INTO roll_up VALUES (?,?,?,?,?,?,?,?,?,?,?,?)";

  private static final String RANGE = " WHERE shed = ? AND socket = ? AND at >= ? AND at < ?";
  private static final String SHED_RANGE = " WHERE shed = ? AND at >= ? AND at < ?";
  private static final String ORDER = " ORDER BY shed, socket, at";

  static final String SELECT_COUNTER =
      "SELECT at, watt_hours FROM raw"
          + RANGE
          + " AND watt_hours IS NOT NULL ORDER BY shed DESC, socket DESC, at DESC LIMIT 1";

  static final String SELECT_NEXT = "SELECT at FROM raw" + RANGE + ORDER + " LIMIT 1";

  /** Jumps from socket to socket in the key instead of reading the day. */
  static final String SELECT_HEARD =
      """
      WITH RECURSIVE one(shed, socket) AS (
        SELECT * FROM (SELECT shed, socket FROM raw ORDER BY shed, socket LIMIT 1)
        UNION ALL
        SELECT (SELECT shed FROM raw WHERE (shed, socket) > (one.shed, one.socket)
                  ORDER BY shed, socket LIMIT 1),
               (SELECT socket FROM raw WHERE (shed, socket) > (one.shed, one.socket)
                  ORDER BY shed, socket LIMIT 1)
          FROM one WHERE one.shed IS NOT NULL)
      SELECT shed, socket FROM one WHERE shed IS NOT NULL AND EXISTS (
        SELECT 1 FROM raw WHERE raw.shed = one.shed AND raw.socket = one.socket
          AND raw.at >= ? AND raw.at < ?)
      """;

  private SqliteRows() {}

  static String selectRaw(Scope scope) {
    return "SELECT socket, at, usage, relay, volts, amperes, watts, watt_hours, celsius FROM raw"
        + (scope.isWholeShed() ? SHED_RANGE : RANGE)
        + ORDER;
  }

  static String selectRollUp(Scope scope) {
    return "SELECT socket, at, held_millis, watts_mean, watts_min, watts_max, amperes_mean,"
        + " amperes_max, volts_mean, celsius_max, watt_hours FROM roll_up"
        + (scope.isWholeShed() ? SHED_RANGE : RANGE)
        + ORDER;
  }

  static void bind(PreparedStatement query, Scope scope, long from, long to) throws SQLException {
    int column = 1;
    query.setString(column++, scope.shed().value());
    if (!scope.isWholeShed()) {
      query.setInt(column++, scope.socket());
    }
    query.setLong(column++, from);
    query.setLong(column, to);
  }

  static void bind(PreparedStatement insert, ShedId shed, long at, Reading reading)
      throws SQLException {
    insert.setString(1, shed.value());
    insert.setInt(2, reading.socket());
    insert.setLong(3, at);
    insert.setString(4, reading.usage().word());
    insert.setString(5, reading.relay().word());
    number(insert, 6, reading.volts());
    number(insert, 7, reading.amperes());
    number(insert, 8, reading.watts());
    number(insert, 9, reading.wattHours());
    number(insert, 10, reading.celsius());
  }

  static void bind(PreparedStatement insert, RollUp bucket) throws SQLException {
    Point point = bucket.point();
    insert.setString(1, bucket.shed().value());
    insert.setInt(2, bucket.socket());
    insert.setLong(3, point.at());
    insert.setLong(4, point.heldMillis());
    number(insert, 5, point.wattsMean());
    number(insert, 6, point.wattsMin());
    number(insert, 7, point.wattsMax());
    number(insert, 8, point.amperesMean());
    number(insert, 9, point.amperesMax());
    number(insert, 10, point.voltsMean());
    number(insert, 11, point.celsiusMax());
    number(insert, 12, point.wattHours());
  }

  private static void number(PreparedStatement insert, int column, double value)
      throws SQLException {
    if (Double.isNaN(value)) {
      insert.setNull(column, Types.REAL);
    } else {
      insert.setDouble(column, value);
    }
  }

  /** Takes one row. */
  @FunctionalInterface
  interface RowVisitor {
    void row(ResultSet row) throws SQLException;
  }

  static void each(PreparedStatement query, RowVisitor visitor) throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        visitor.row(rows);
      }
    }
  }

  static Reading reading(ResultSet row) throws SQLException {
    return new Reading(
        row.getInt(1),
        Usage.ofWord(row.getString(3)),
        RelayPosition.ofWord(row.getString(4)),
        number(row, 5),
        number(row, 6),
        number(row, 7),
        number(row, 8),
        number(row, 9));
  }

  static RollUp rollUp(ResultSet row, ShedId shed, Level level) throws SQLException {
    Point point =
        new Point(
            row.getLong(2),
            row.getLong(3),
            number(row, 4),
            number(row, 5),
            number(row, 6),
            number(row, 7),
            number(row, 8),
            number(row, 9),
            number(row, 10),
            number(row, 11));
    return new RollUp(shed, row.getInt(1), level, point);
  }

  private static double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }
}
