package io.shedwatch.server.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The table user_account. */
final class JdbcUsers {
  private static final String COLUMNS =
      "select user_name, role, disabled, created_at, password_changed_at from user_account";

  private final DataSource database;

  JdbcUsers(DataSource database) {
    this.database = database;
  }

  boolean isEmpty() throws SQLException {
    return all().isEmpty();
  }

  /** All users in the order of their names. */
  List<User> all() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(COLUMNS + " order by user_name");
        ResultSet rows = select.executeQuery()) {
      List<User> users = new ArrayList<>();
      while (rows.next()) {
        users.add(user(rows));
      }
      return users;
    }
  }

  Optional<User> find(String name) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(COLUMNS + " where user_name = ?")) {
      select.setString(1, name);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(user(rows)) : Optional.empty();
      }
    }
  }

  Optional<String> passwordHash(String name) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select password_hash from user_account where user_name = ? and not disabled")) {
      select.setString(1, name);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  /** Adds a user; false when the name is taken. */
  boolean add(String name, Role role, String passwordHash, Instant now) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into user_account"
                    + " (user_name, role, password_hash, created_at, password_changed_at)"
                    + " values (?, ?, ?, ?, ?) on conflict do nothing")) {
      insert.setString(1, name);
      insert.setString(2, role.word());
      insert.setString(3, passwordHash);
      insert.setObject(4, utc(now));
      insert.setObject(5, utc(now));
      return insert.executeUpdate() == 1;
    }
  }

  void setPassword(String name, String passwordHash, Instant now) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update user_account set password_hash = ?, password_changed_at = ?"
                    + " where user_name = ?")) {
      update.setString(1, passwordHash);
      update.setObject(2, utc(now));
      update.setString(3, name);
      update.executeUpdate();
    }
  }

  void setRole(String name, Role role, boolean disabled) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update user_account set role = ?, disabled = ? where user_name = ?")) {
      update.setString(1, role.word());
      update.setBoolean(2, disabled);
      update.setString(3, name);
      update.executeUpdate();
    }
  }

  private static User user(ResultSet row) throws SQLException {
    String word = row.getString(2);
    Role role =
        Role.ofWord(word)
            .orElseThrow(() -> new SQLException("user_account holds an unknown role: " + word));
    return new User(row.getString(1), role, row.getBoolean(3), instant(row, 4), instant(row, 5));
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
