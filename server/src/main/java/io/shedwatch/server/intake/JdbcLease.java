package io.shedwatch.server.intake;

import io.shedwatch.contract.SiteId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One server a site: the holder renews its lease, a second one is refused. The database's own clock
 * judges, so that servers need not agree on the time.
 *
 * <p>The holder's name stays the same across restarts of one server, so a killed server takes its
 * own lease again at once. A server that slept through its lease finds out at its next commit.
 */
final class JdbcLease {
  /** A lease that is not renewed for this long may be taken. */
  static final int LEASE_SECONDS = 30;

  /** Renewed three times before it ends. */
  static final int RENEW_SECONDS = 10;

  private static final String ENTER =
      "insert into site_lease (site, holder, until) values (?, ?, current_timestamp)"
          + " on conflict do nothing";

  private static final String OURS = "select 1 from site_lease where site = ? and holder = ?";

  private static final String RENEW =
      "update site_lease set holder = ?, until = current_timestamp + interval '"
          + LEASE_SECONDS
          + "' second where site = ? and holder = ?";

  /** Waits for the commits that keep the lease, which its renewal does not. */
  private static final String LOCK_OVER =
      "select holder from site_lease where site = ? and until < current_timestamp for update";

  private final DataSource database;
  private final SiteId site;
  private final String holder;
  private final String keep;

  JdbcLease(DataSource database, SiteId site, String holder) throws SQLException {
    this.database = database;
    this.site = site;
    this.holder = holder;
    try (Connection connection = database.getConnection()) {
      // H2 knows no such lock and needs none: its file is one process's.
      String product = connection.getMetaData().getDatabaseProductName();
      this.keep = product.equals("PostgreSQL") ? OURS + " for key share" : OURS;
    }
  }

  /** Who holds the site now: us, or the other. */
  record Held(boolean ours, String by) {}

  /** Takes or renews the lease, unless another server holds it. */
  Held take() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      change(connection, ENTER, site.value(), holder);
      if (change(connection, RENEW, holder, site.value(), holder) == 1) {
        return new Held(true, holder);
      }
      connection.setAutoCommit(false);
      Optional<String> over = first(connection, LOCK_OVER, site.value());
      boolean taken =
          over.isPresent() && change(connection, RENEW, holder, site.value(), over.get()) == 1;
      connection.commit();
      connection.setAutoCommit(true);
      if (taken) {
        return new Held(true, holder);
      }
      Optional<String> by =
          first(connection, "select holder from site_lease where site = ?", site.value());
      return new Held(false, by.orElse("nobody"));
    }
  }

  /**
   * Whether the site is ours; then nobody takes it before the caller's transaction ends. That its
   * time is over does not matter as long as nobody took it.
   */
  boolean keep(Connection connection) throws SQLException {
    return first(connection, keep, site.value(), holder).isPresent();
  }

  /** Lets it go, so that another server need not wait. */
  void release() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      String delete = "delete from site_lease where site = ? and holder = ?";
      change(connection, delete, site.value(), holder);
    }
  }

  private static int change(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      return statement.executeUpdate();
    }
  }

  private static Optional<String> first(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  private static void set(PreparedStatement statement, String... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setString(i + 1, values[i]);
    }
  }
}
