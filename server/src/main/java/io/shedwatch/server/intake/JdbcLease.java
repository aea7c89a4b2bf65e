package io.shedwatch.server.intake;

import io.shedwatch.contract.SiteId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * One server a site: the holder renews its lease, a second one is refused. The database's own clock
 * judges, so that servers need not agree on the time.
 *
 * <p>The holder's name stays the same across restarts of one server, so a killed server takes its
 * own lease again at once.
 */
final class JdbcLease {
  /** A lease that is not renewed for this long may be taken. */
  static final int LEASE_SECONDS = 30;

  /** Renewed three times before it ends. */
  static final int RENEW_SECONDS = 10;

  private final DataSource database;
  private final SiteId site;
  private final String holder;

  JdbcLease(DataSource database, SiteId site, String holder) {
    this.database = database;
    this.site = site;
    this.holder = holder;
  }

  /** Who holds the site now: us, or the other. */
  record Held(boolean ours, String by) {}

  /** Takes or renews the lease, unless another server holds it. */
  Held take() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      insertOnce(connection);
      if (update(connection, " and (holder = ? or until < current_timestamp)") == 1) {
        return new Held(true, holder);
      }
      return new Held(false, holder(connection));
    }
  }

  /** Lets it go, so that another server need not wait. */
  void release() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      try (PreparedStatement delete =
          connection.prepareStatement("delete from site_lease where site = ? and holder = ?")) {
        delete.setString(1, site.value());
        delete.setString(2, holder);
        delete.executeUpdate();
      }
    }
  }

  private void insertOnce(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into site_lease (site, holder, until) values (?, ?, current_timestamp)"
                + " on conflict do nothing")) {
      insert.setString(1, site.value());
      insert.setString(2, holder);
      insert.executeUpdate();
    }
  }

  private int update(Connection connection, String condition) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update site_lease set holder = ?, until = current_timestamp + interval '"
                + LEASE_SECONDS
                + "' second where site = ?"
                + condition)) {
      update.setString(1, holder);
      update.setString(2, site.value());
      update.setString(3, holder);
      return update.executeUpdate();
    }
  }

  private String holder(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select holder from site_lease where site = ?")) {
      select.setString(1, site.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : "nobody";
      }
    }
  }
}
