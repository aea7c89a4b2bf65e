package io.shedwatch.server.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Reads {@link LedgerFacts} from SQL. */
final class JdbcFacts {
  private static final Map<String, String> QUERIES =
      Map.of(
          "sessions",
          "select session, socket, started_at, finished_at, ended_at, watt_hours, peak_watts,"
              + " stop_reason from charging_session",
          "alerts",
          "select alert, rule, kind, severity, socket, state, occurrence, alarm, measured,"
              + " limit_value, relay_opened, raised_at, cleared_at, cleared_why, incident from alert",
          "incidents",
          "select incident, kind, severity, socket, open_key, state, opened_at from incident",
          "events",
          "select incident, event, who, detail, cause from incident_event",
          "lost",
          "select shed, boot, from_seq, to_seq, why from lost_messages",
          "closed",
          "select shed, boot, boot_rank, first_at from closed_boot",
          "refused",
          "select topic, reason, detail, body, received_at from rejected_message",
          "commands",
          "select command, shed, socket, action, ordered_by, result, reason from socket_command");

  private JdbcFacts() {}

  static LedgerFacts read(DataSource database) throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>();
    try (Connection connection = database.getConnection()) {
      for (Map.Entry<String, String> query : QUERIES.entrySet()) {
        tables.put(query.getKey(), rows(connection, query.getValue()));
      }
    }
    return new LedgerFacts(tables);
  }

  private static List<String> rows(Connection connection, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        List<Object> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(value(row, i));
        }
        rows.add(line(values.toArray()));
      }
    }
    Collections.sort(rows);
    return rows;
  }

  private static Object value(ResultSet row, int column) throws SQLException {
    String type = row.getMetaData().getColumnTypeName(column).toLowerCase(java.util.Locale.ROOT);
    if (row.getObject(column) == null) {
      return "-";
    }
    if (type.startsWith("timestamp")) {
      return row.getObject(column, OffsetDateTime.class).toInstant().toEpochMilli();
    }
    if (type.startsWith("double") || type.equals("float8")) {
      return row.getDouble(column);
    }
    if (type.startsWith("bool")) {
      return row.getBoolean(column);
    }
    return row.getString(column);
  }

  /** The form in which every twin writes a row; absent is a dash. */
  static String line(Object... values) {
    StringBuilder line = new StringBuilder();
    for (Object value : values) {
      line.append(line.isEmpty() ? "" : " | ").append(value);
    }
    return line.toString();
  }
}
