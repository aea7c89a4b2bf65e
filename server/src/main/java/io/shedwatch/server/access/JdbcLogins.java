package io.shedwatch.server.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The table login: who is logged in, across restarts. */
final class JdbcLogins {
  private final DataSource database;

  JdbcLogins(DataSource database) {
    this.database = database;
  }

  /** All logins that are still good, by the hash of their token; forgets the others. */
  Map<String, Login> load(Instant now) throws SQLException {
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement delete =
          connection.prepareStatement("delete from login where expires_at <= ?")) {
        delete.setObject(1, JdbcUsers.utc(now));
        delete.executeUpdate();
      }
      try (PreparedStatement select =
              connection.prepareStatement(
                  "select token_hash, l.user_name, role, expires_at from login l"
                      + " join user_account u on u.user_name = l.user_name and not u.disabled");
          ResultSet rows = select.executeQuery()) {
        Map<String, Login> logins = new HashMap<>();
        while (rows.next()) {
          String word = rows.getString(3);
          Role role =
              Role.ofWord(word)
                  .orElseThrow(() -> new SQLException("user_account has an unknown role: " + word));
          long expiresAt = JdbcUsers.instant(rows, 4).toEpochMilli();
          logins.put(rows.getString(1), new Login(rows.getString(2), role, expiresAt));
        }
        return logins;
      }
    }
  }

  void add(String tokenHash, Login login, String address, Instant now) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into login (token_hash, user_name, address, started_at, expires_at)"
                    + " values (?, ?, ?, ?, ?)")) {
      insert.setString(1, tokenHash);
      insert.setString(2, login.user());
      insert.setString(3, address);
      insert.setObject(4, JdbcUsers.utc(now));
      insert.setObject(5, JdbcUsers.utc(Instant.ofEpochMilli(login.expiresAt())));
      insert.executeUpdate();
    }
  }

  void prolong(String tokenHash, long expiresAt) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update login set expires_at = ? where token_hash = ?")) {
      update.setObject(1, JdbcUsers.utc(Instant.ofEpochMilli(expiresAt)));
      update.setString(2, tokenHash);
      update.executeUpdate();
    }
  }

  void remove(String tokenHash) throws SQLException {
    delete("delete from login where token_hash = ?", tokenHash);
  }

  void removeAllOf(String user) throws SQLException {
    delete("delete from login where user_name = ?", user);
  }

  private void delete(String sql, String key) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setString(1, key);
      delete.executeUpdate();
    }
  }
}
