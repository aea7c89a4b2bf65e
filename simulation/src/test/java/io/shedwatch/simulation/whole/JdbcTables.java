package io.shedwatch.simulation.whole;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What a server's database holds, table by table, as sorted lines; without what the server stamps
 * itself: times of receipt, numbers in the chain and hashes. Alerts that time raises may differ by
 * the downtime, so only those of edge alarms are here.
 */
final class JdbcTables {
  private static final Map<String, String> QUERIES =
      Map.of(
          "sessions",
          "select session, shed, socket, started_at, finished_at, ended_at, watt_hours, peak_watts,"
              + " stop_reason from charging_session",
          "alerts",
          "select alert, kind, severity, shed, socket, state, occurrence, alarm, measured,"
              + " limit_value, relay_opened, raised_at, cleared_at, cleared_why, incident"
              + " from alert where rule = 'hardware'",
          "incidents",
          "select incident, kind, severity, shed, socket, open_key, state, opened_at from incident",
          // In the order of the chain, of each incident those of the shed and those of the rules by
          // themselves: an alarm overtakes the readings that a rule waits for, and how far is
          // chance; lanes share the numbers by chance too.
          "events",
          "select incident, who, row_number() over (partition by incident, who order by number),"
              + " event, detail, cause from incident_event",
          "lost",
          "select shed, boot, from_seq, to_seq, why from lost_messages",
          "closed",
          "select shed, boot, boot_rank, first_at from closed_boot",
          "refused",
          "select topic, reason, detail, body from rejected_message");

  private JdbcTables() {}

  static Map<String, List<String>> read(String url, String user, String password)
      throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      for (Map.Entry<String, String> query : QUERIES.entrySet()) {
        tables.put(query.getKey(), rows(connection, query.getValue()));
      }
      List<String> states = new ArrayList<>();
      for (String row : rows(connection, "select shed, state from shed_state")) {
        String[] parts = row.split(" \\| ", 2);
        states.addAll(positions(parts[0], parts[1]));
      }
      tables.put("positions", states);
      tables.put("chain", List.of(chain(connection)));
    }
    return tables;
  }

  static List<String> rows(Connection connection, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          line.append(i == 1 ? "" : " | ").append(value(row, i));
        }
        rows.add(line.toString());
      }
    }
    Collections.sort(rows);
    return rows;
  }

  private static Object value(ResultSet row, int column) throws SQLException {
    if (row.getObject(column) == null) {
      return "-";
    }
    return row.getMetaData()
            .getColumnTypeName(column)
            .toLowerCase(java.util.Locale.ROOT)
            .startsWith("timestamp")
        ? row.getObject(column, OffsetDateTime.class).toInstant()
        : row.getString(column);
  }

  /**
   * A shed's state without times of receipt: of each boot its number, what is stored of it and what
   * waits; sockets, sessions under way and open alarms whole.
   */
  private static List<String> positions(String shed, String state) {
    List<Object> parts = list(new Yaml(new SafeConstructor(new LoaderOptions())).load(state));
    List<String> lines = new ArrayList<>();
    for (Object one : list(parts.get(2))) {
      List<Object> boot = list(one);
      lines.add(shed + " boot " + boot.subList(0, 3) + boot.subList(4, 6) + boot.subList(10, 12));
    }
    list(parts.get(3)).forEach(socket -> lines.add(shed + " socket " + socket));
    list(parts.get(4)).forEach(alarm -> lines.add(shed + " open " + alarm));
    lines.add(shed + " early clears " + list(parts.get(5)).size());
    return lines;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object part) {
    return (List<Object>) part;
  }

  /** Whether each event of the site carries the hash of the one before it, none missing. */
  private static String chain(Connection connection) throws SQLException {
    List<String> broken =
        rows(
            connection,
            "select number from (select number, previous_hash, lag(hash) over (order by number)"
                + " as before, row_number() over (order by number) as place from incident_event) e"
                + " where number <> place or (place > 1 and previous_hash <> before)");
    return "broken at " + broken;
  }
}
