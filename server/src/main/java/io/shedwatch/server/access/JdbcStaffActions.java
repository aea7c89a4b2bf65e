package io.shedwatch.server.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The table staff_action: written once per change, never altered. */
final class JdbcStaffActions {
  /** Longer paths are cut: no route of ours needs them. */
  private static final int MAX_PATH = 300;

  private final DataSource database;

  JdbcStaffActions(DataSource database) {
    this.database = database;
  }

  void add(StaffAction action) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into staff_action (at, user_name, address, method, path, status)"
                    + " values (?, ?, ?, ?, ?, ?)")) {
      insert.setObject(1, JdbcUsers.utc(action.at()));
      insert.setString(2, action.user());
      insert.setString(3, action.address());
      insert.setString(4, action.method());
      insert.setString(5, action.path().substring(0, Math.min(action.path().length(), MAX_PATH)));
      insert.setInt(6, action.status());
      insert.executeUpdate();
    }
  }

  /** The newest first, older than {@code before}, at most {@code most}. */
  List<StaffAction> before(long before, int most) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select number, at, user_name, address, method, path, status from staff_action"
                    + " where number < ? order by number desc limit ?")) {
      select.setLong(1, before);
      select.setInt(2, most);
      try (ResultSet rows = select.executeQuery()) {
        List<StaffAction> actions = new ArrayList<>();
        while (rows.next()) {
          actions.add(
              new StaffAction(
                  rows.getLong(1),
                  JdbcUsers.instant(rows, 2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getString(6),
                  rows.getInt(7)));
        }
        return actions;
      }
    }
  }
}
