package io.shedwatch.server.command;

import io.shedwatch.contract.Command;
import io.shedwatch.contract.CommandAction;
import io.shedwatch.contract.CommandId;
import io.shedwatch.contract.Outcome;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.sql.JdbcTransaction;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/** Orders to sockets: a row first, then published until there is an outcome or it expires. */
public final class JdbcCommands {
  /**
   * An order older than this is of no use to whoever gave it, and may surprise whoever is there.
   */
  public static final long EXPIRES_AFTER_MILLIS = 60_000;

  /** More open orders than this are published by the next round. */
  private static final int MOST_OPEN = 1_000;

  private static final String INSERT =
      "insert into socket_command (command, site, shed, socket, action, ordered_by, ordered_at,"
          + " expires_at) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

  private final DataSource database;
  private final SiteId site;
  private final CommandPublisher publisher;
  private final RandomGenerator random = new SecureRandom();

  public JdbcCommands(DataSource database, SiteId site, CommandPublisher publisher) {
    this.database = database;
    this.site = site;
    this.publisher = publisher;
  }

  /**
   * Stores an order and sends it. What becomes of it is in the row: {@code result} is null while
   * nobody knows.
   *
   * @param now epoch milliseconds
   */
  public CommandId order(ShedId shed, int socket, CommandAction action, String by, long now)
      throws SQLException {
    Command command =
        new Command(
            CommandNumber.draw(now, random), now, now + EXPIRES_AFTER_MILLIS, socket, action, by);
    ShedAddress address = new ShedAddress(site, shed);
    try (Connection connection = database.getConnection()) {
      insert(connection, address, command);
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
    publisher.publish(address, command);
    return command.command();
  }

  /** One socket. */
  public record Target(ShedId shed, int socket) {}

  /** An order and where it went. */
  public record Ordered(ShedId shed, Command command) {}

  /** Orders many sockets in one transaction, and sends all after its commit. */
  public List<Ordered> orderAll(List<Target> targets, CommandAction action, String by, long now)
      throws SQLException {
    List<Ordered> ordered = new ArrayList<>(targets.size());
    for (Target target : targets) {
      ordered.add(
          new Ordered(
              target.shed(),
              new Command(
                  CommandNumber.draw(now, random),
                  now,
                  now + EXPIRES_AFTER_MILLIS,
                  target.socket(),
                  action,
                  by)));
    }
    JdbcTransaction.run(
        database,
        connection -> {
          for (Ordered one : ordered) {
            insert(connection, new ShedAddress(site, one.shed()), one.command());
          }
          return ordered.size();
        });
    for (Ordered one : ordered) {
      publisher.publish(new ShedAddress(site, one.shed()), one.command());
    }
    return ordered;
  }

  /** Stores an order within the caller's transaction, who publishes it after the commit. */
  public static void insert(Connection connection, ShedAddress shed, Command command)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, command.command().value());
      insert.setString(2, shed.site().value());
      insert.setString(3, shed.shed().value());
      insert.setInt(4, command.socket());
      insert.setString(5, command.action().word());
      insert.setString(6, command.by());
      insert.setObject(7, time(command.at()));
      insert.setObject(8, time(command.expiresAt()));
      insert.executeUpdate();
    }
  }

  /** Notes what became of an order; the first word from the edge stands. */
  public static void outcome(Connection connection, ShedAddress shed, Outcome outcome, long at)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update socket_command set result = ?, reason = ?, outcome_at = ?"
                + " where command = ? and site = ? and shed = ? and outcome_at is null")) {
      update.setString(1, outcome.result().word());
      update.setString(2, outcome.reason().isEmpty() ? null : outcome.reason());
      update.setObject(3, time(at));
      update.setString(4, outcome.command().value());
      update.setString(5, shed.site().value());
      update.setString(6, shed.shed().value());
      update.executeUpdate();
    }
  }

  /** Sends all orders again that have no outcome and are not expired. */
  public void publishOpen(long now) throws SQLException {
    for (Map.Entry<ShedAddress, Command> open : open(now)) {
      publisher.publish(open.getKey(), open.getValue());
    }
  }

  /**
   * Closes the orders whose time is over without a word from the edge. A late outcome still
   * replaces this result.
   *
   * @return how many
   */
  public int expire(long now) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update socket_command set result = 'expired', reason = 'no word from the shed'"
                    + " where site = ? and result is null and expires_at <= ?")) {
      update.setString(1, site.value());
      update.setObject(2, time(now));
      int expired = update.executeUpdate();
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
      return expired;
    }
  }

  private List<Map.Entry<ShedAddress, Command>> open(long now) throws SQLException {
    List<Map.Entry<ShedAddress, Command>> open = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select command, shed, socket, action, ordered_by, ordered_at, expires_at"
                    + " from socket_command where site = ? and result is null and expires_at > ?"
                    + " order by ordered_at, command fetch first "
                    + MOST_OPEN
                    + " rows only")) {
      select.setString(1, site.value());
      select.setObject(2, time(now));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ShedId shed = new ShedId(row.getString("shed"));
          open.add(Map.entry(new ShedAddress(site, shed), command(row)));
        }
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
    return open;
  }

  private static Command command(ResultSet row) throws SQLException {
    return new Command(
        new CommandId(row.getString("command")),
        row.getObject("ordered_at", OffsetDateTime.class).toInstant().toEpochMilli(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant().toEpochMilli(),
        row.getInt("socket"),
        CommandAction.ofWord(row.getString("action")).orElseThrow(),
        row.getString("ordered_by"));
  }

  private static OffsetDateTime time(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).atOffset(ZoneOffset.UTC);
  }
}
