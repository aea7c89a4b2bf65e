package io.shedwatch.server.command;

import io.shedwatch.contract.Channel;
import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.Limits;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.contract.Topic;
import io.shedwatch.server.sql.JdbcTransaction;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** Limits of each shed: every version is kept, the highest is in force. */
public final class JdbcLimits {
  private static final String UNIQUE_VIOLATION = "23505";

  private final DataSource database;
  private final SiteId site;
  private final CommandPublisher publisher;
  private final Codec codec = new Codec();

  public JdbcLimits(DataSource database, SiteId site, CommandPublisher publisher) {
    this.database = database;
    this.site = site;
    this.publisher = publisher;
  }

  /** The limits in force: {@link Limits#DEFAULTS} where nobody changed any. */
  public Limits current(ShedId shed) throws SQLException {
    return JdbcTransaction.run(database, connection -> current(connection, shed));
  }

  /**
   * Puts other limits in force, as the next version, and sends them.
   *
   * @param wanted made from the version that it names; version and time are replaced
   * @param now epoch milliseconds
   * @return what is in force now; empty when another version than the named one was: somebody else
   *     was faster
   */
  public Optional<Limits> change(ShedId shed, Limits wanted, String by, String why, long now)
      throws SQLException {
    Limits next = versioned(wanted, wanted.version() + 1, now);
    boolean changed;
    try {
      changed =
          JdbcTransaction.run(
              database,
              connection -> {
                boolean newest = current(connection, shed).version() == wanted.version();
                if (newest) {
                  insert(connection, shed, next, by, why);
                }
                return newest;
              });
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        return Optional.empty(); // Both saw the same version in force; the key let one through.
      }
      throw e;
    }
    if (!changed) {
      return Optional.empty();
    }
    publisher.publish(new ShedAddress(site, shed), next);
    return Optional.of(next);
  }

  /** Sends what is in force; done at every connect, since an agent may have missed a change. */
  public void publish(ShedId shed) throws SQLException {
    publisher.publish(new ShedAddress(site, shed), current(shed));
  }

  private Limits current(Connection connection, ShedId shed) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select body from shed_limits where site = ? and shed = ?"
                + " order by version desc fetch first 1 row only")) {
      select.setString(1, site.value());
      select.setString(2, shed.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? parsed(shed, row.getString(1)) : Limits.DEFAULTS;
      }
    }
  }

  private Limits parsed(ShedId shed, String body) {
    String topic = new Topic(new ShedAddress(site, shed), Channel.LIMITS).name();
    Decoded decoded = codec.decode(topic, body.getBytes(StandardCharsets.UTF_8));
    if (decoded instanceof Decoded.Good good && good.message() instanceof Limits limits) {
      return limits;
    }
    throw new IllegalStateException("stored limits of " + shed + " are unreadable: " + decoded);
  }

  private void insert(Connection connection, ShedId shed, Limits limits, String by, String why)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into shed_limits (site, shed, version, body, changed_by, changed_at, why)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, site.value());
      insert.setString(2, shed.value());
      insert.setInt(3, limits.version());
      insert.setString(4, new String(codec.encode(limits), StandardCharsets.UTF_8));
      insert.setString(5, by);
      insert.setObject(6, Instant.ofEpochMilli(limits.at()).atOffset(ZoneOffset.UTC));
      insert.setString(7, why);
      insert.executeUpdate();
    }
  }

  private static Limits versioned(Limits wanted, int version, long at) {
    return new Limits(
        version,
        at,
        wanted.maxAmperes(),
        wanted.timeMultiplier(),
        wanted.maxWatts(),
        wanted.shedMaxWatts(),
        wanted.fullWatts(),
        wanted.fullHoldSeconds(),
        wanted.removedWatts(),
        wanted.removedHoldSeconds(),
        wanted.maxSessionSeconds(),
        wanted.maxCelsius());
  }
}
