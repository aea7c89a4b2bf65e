package io.shedwatch.server.intake;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.Flaps;
import io.shedwatch.server.incident.JdbcIncidents;
import io.shedwatch.server.intake.step.BookText;
import io.shedwatch.server.intake.step.ClosedBoot;
import io.shedwatch.server.intake.step.Consequence.Refusal;
import io.shedwatch.server.intake.step.ShedBook;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The ledger in SQL: H2 in PostgreSQL mode, or PostgreSQL. One transaction a call; rows of one shed
 * are touched by its lane only, the site's incident chain is locked last.
 */
final class JdbcLedger implements Ledger {
  /** SQL states that pass: connection, resources, operator, rollback by deadlock. */
  private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58", "HY", "XX");

  private final DataSource database;
  private final SiteId site;
  private final InstantSource clock;
  private final JdbcLease lease;
  private final Flaps flaps;

  JdbcLedger(DataSource database, SiteId site, InstantSource clock, JdbcLease lease)
      throws SQLException {
    this(database, site, clock, lease, Flaps.NEVER);
  }

  JdbcLedger(DataSource database, SiteId site, InstantSource clock, JdbcLease lease, Flaps flaps)
      throws SQLException {
    this.flaps = flaps;
    this.lease = lease;
    this.database = database;
    this.site = site;
    this.clock = clock;
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      JdbcIncidents.prepare(connection, site);
    }
  }

  @Override
  public ShedBook load(ShedAddress shed, int sockets) throws Away, Unable {
    return within(connection -> load(connection, shed, sockets));
  }

  @Override
  public Told commit(List<ShedCommit> sheds, List<Refusal> strangers) throws Away, Unable {
    long now = clock.millis();
    return within(
        connection -> {
          if (!lease.keep(connection)) {
            throw new SQLTransientException("another server holds site " + site);
          }
          saveBooks(connection, sheds, now);
          JdbcConsequences consequences = new JdbcConsequences(connection, site, now, flaps);
          for (ShedCommit shed : sheds) {
            consequences.gather(shed);
          }
          consequences.refuse(strangers);
          return consequences.write();
        });
  }

  /** Forgets boots that were over before then, epoch milliseconds. */
  void forgetClosedBoots(long before) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from closed_boot where site = ? and closed_at < ?")) {
      connection.setAutoCommit(true);
      delete.setString(1, site.value());
      delete.setObject(2, time(before));
      delete.executeUpdate();
    }
  }

  private <T> T within(JdbcTransaction.Work<T> work) throws Away, Unable {
    try {
      return JdbcTransaction.run(database, work);
    } catch (SQLException e) {
      if (passes(e)) {
        throw new Away(e);
      }
      throw new Unable(e);
    }
  }

  private static boolean passes(SQLException e) {
    if (e instanceof SQLTransientException || e instanceof SQLRecoverableException) {
      return true;
    }
    String state = e.getSQLState();
    // H2 says 90xxx for a database or connection that was closed under us.
    return state == null
        || state.length() < 2
        || PASSING.contains(state.substring(0, 2))
        || state.startsWith("900")
        || state.startsWith("901");
  }

  private static ShedBook load(Connection connection, ShedAddress shed, int sockets)
      throws SQLException {
    Map<BootId, ClosedBoot> closed = closedBoots(connection, shed);
    try (PreparedStatement select =
        connection.prepareStatement("select state from shed_state where site = ? and shed = ?")) {
      key(select, 1, shed);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          return BookText.read(shed, sockets, closed, row.getString(1));
        }
      }
    }
    ShedBook empty = ShedBook.empty(shed, sockets);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into shed_state (state, saved_at, site, shed) values (?, ?, ?, ?)")) {
      insert.setString(1, BookText.write(empty));
      insert.setObject(2, time(0));
      key(insert, 3, shed);
      insert.executeUpdate();
    }
    return empty;
  }

  private static Map<BootId, ClosedBoot> closedBoots(Connection connection, ShedAddress shed)
      throws SQLException {
    Map<BootId, ClosedBoot> closed = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select boot, boot_rank, first_at, closed_at from closed_boot"
                + " where site = ? and shed = ? order by closed_at desc fetch first "
                + ClosedBoot.MOST
                + " rows only")) {
      key(select, 1, shed);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          BootId boot = new BootId(row.getString(1));
          closed.put(boot, new ClosedBoot(boot, row.getLong(2), millis(row, 3), millis(row, 4)));
        }
      }
    }
    return closed;
  }

  private static void saveBooks(Connection connection, List<ShedCommit> sheds, long now)
      throws SQLException {
    if (sheds.isEmpty()) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "update shed_state set state = ?, saved_at = ? where site = ? and shed = ?")) {
      OffsetDateTime savedAt = time(now);
      for (ShedCommit shed : sheds) {
        update.setString(1, BookText.write(shed.next()));
        update.setObject(2, savedAt);
        key(update, 3, shed.next().shed());
        update.addBatch();
      }
      for (int changed : update.executeBatch()) {
        if (changed != 1) {
          throw new IllegalStateException("a shed's state is gone from the database");
        }
      }
    }
  }

  static void key(PreparedStatement statement, int index, ShedAddress shed) throws SQLException {
    statement.setString(index, shed.site().value());
    statement.setString(index + 1, shed.shed().value());
  }

  static OffsetDateTime time(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).atOffset(ZoneOffset.UTC);
  }

  private static long millis(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant().toEpochMilli();
  }
}
