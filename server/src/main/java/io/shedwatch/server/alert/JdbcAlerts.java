package io.shedwatch.server.alert;

import io.shedwatch.contract.ShedId;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.sql.JdbcCall;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The table of alerts, within the caller's transaction. The life cycle is decided in SQL, so that a
 * clear by a lane and an acknowledgement by staff cannot overwrite each other.
 */
public final class JdbcAlerts {
  private static final String RAISE =
      "insert into alert (alert, site, rule, kind, severity, shed, socket, state, occurrence,"
          + " alarm, measured, limit_value, relay_opened, raised_at, building, rule_version,"
          + " inhibited_by, detail_zh, detail_en) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, coalesce((select o.alert from alert o where o.occurrence = ?), (select '"
          + JdbcHeldBack.MAINTENANCE
          + "' from maintenance m where m.site = ? and m.shed = ? and m.started_at <= ?"
          + " and m.until > ?)), ?, ?) on conflict do nothing";

  private static final String CLEAR =
      "update alert set state = case state when 'active-acknowledged' then 'closed'"
          + " when 'active-unacknowledged' then 'cleared-unacknowledged' else state end,"
          + " occurrence = null, cleared_at = ?, cleared_why = ?"
          + " where alert = ? and cleared_at is null";

  /** What {@link #view} reads. */
  static final String COLUMNS =
      "alert, rule, kind, severity, shed, socket, state, raised_at, cleared_at, cleared_why,"
          + " acknowledged_by, assigned_to, inhibited_by, incident, measured, limit_value,"
          + " relay_opened, acknowledged_at, shelved_until, shelved_by, shelved_why, building,"
          + " rule_version, flapping, realarmed_at, escalated_at, detail_zh, detail_en";

  private static final String FIND = "select " + COLUMNS + " from alert where alert = ?";

  private JdbcAlerts() {}

  /** What a raise found. */
  public enum Notice {
    FIRST_TIME,
    /** The row is there already, or an active alert holds the occurrence. */
    STILL_OPEN
  }

  public static Notice raise(Connection connection, AlertRaised raised) throws SQLException {
    return raise(connection, raised, Flaps.NEVER);
  }

  /**
   * The same where it is known how often an alert may come.
   *
   * @param flaps beyond this bound the alert is there, and nobody is told
   */
  public static Notice raise(Connection connection, AlertRaised raised, Flaps flaps)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(RAISE)) {
      insert.setString(1, raised.alert());
      insert.setString(2, raised.subject().site().value());
      insert.setString(3, raised.rule());
      insert.setString(4, raised.kind());
      insert.setString(5, raised.severity().word());
      insert.setString(6, raised.subject().shed().map(ShedId::value).orElse(null));
      setInt(insert, 7, raised.socket());
      insert.setString(8, AlertState.ACTIVE_UNACKNOWLEDGED.word());
      insert.setString(9, raised.past() ? null : raised.occurrence());
      insert.setString(10, raised.cause().alarm().orElse(null));
      setDouble(insert, 11, raised.finding().measured());
      setDouble(insert, 12, raised.finding().limit());
      insert.setBoolean(13, raised.finding().relayOpened());
      insert.setObject(14, time(raised.raisedAt()));
      insert.setString(15, raised.subject().building().orElse(null));
      insert.setInt(16, raised.cause().version());
      JdbcHeldBack.inhibition(insert, raised);
      insert.setString(22, raised.finding().words().map(Site.Name::zh).orElse(null));
      insert.setString(23, raised.finding().words().map(Site.Name::en).orElse(null));
      if (insert.executeUpdate() != 1) {
        return Notice.STILL_OPEN;
      }
    }
    if (raised.rule().equals(JdbcHeldBack.OFFLINE)) {
      JdbcHeldBack.inhibitSockets(connection, raised);
    }
    if (!raised.past() && !JdbcHeldBack.isSaidAlready(connection, raised, flaps)) {
      JdbcAlertOutbox.add(connection, raised.alert(), JdbcAlertOutbox.RAISED);
    }
    return Notice.FIRST_TIME;
  }

  /** Names the incident that the alert opened or joined. */
  public static void join(Connection connection, String alert, String incident)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update alert set incident = ? where alert = ?")) {
      update.setString(1, incident);
      update.setString(2, alert);
      update.executeUpdate();
    }
  }

  /** Whether the alert was active until now; a second clear changes nothing. */
  public static boolean clear(Connection connection, AlertCleared cleared) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(CLEAR)) {
      update.setObject(1, time(cleared.at()));
      update.setString(2, cleared.why().isEmpty() ? null : cleared.why());
      update.setString(3, cleared.alert());
      if (update.executeUpdate() != 1) {
        return false;
      }
    }
    JdbcAlertOutbox.add(connection, cleared.alert(), JdbcAlertOutbox.CLEARED);
    return true;
  }

  /** Whether it was less bad until now, and still is true. */
  public static boolean worsen(Connection connection, AlertWorsened worse) throws SQLException {
    AlertView before = find(connection, worse.alert()).orElse(null);
    if (before == null
        || before.clearedAt().isPresent()
        || !worse.severity().worseThan(before.severity())) {
      return false;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "update alert set severity = ?, measured = ?, limit_value = ? where alert = ?"
                + " and cleared_at is null and severity = ?")) {
      update.setString(1, worse.severity().word());
      setDouble(update, 2, worse.measured());
      setDouble(update, 3, worse.limit());
      update.setString(4, worse.alert());
      update.setString(5, before.severity().word());
      if (update.executeUpdate() != 1) {
        return false;
      }
    }
    // Routes that were not concerned before may be now; the others are not told twice.
    JdbcAlertOutbox.add(connection, worse.alert(), JdbcAlertOutbox.RAISED);
    return true;
  }

  /** Says an active alert in newer words. */
  public static void restate(Connection connection, String alert, Site.Name words)
      throws SQLException {
    JdbcCall.update(
        connection,
        "update alert set detail_zh = ?, detail_en = ? where alert = ? and cleared_at is null",
        words.zh(),
        words.en(),
        alert);
  }

  public static Optional<AlertView> find(Connection connection, String alert) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, alert);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(view(row)) : Optional.empty();
      }
    }
  }

  static AlertView view(ResultSet row) throws SQLException {
    int socket = row.getInt("socket");
    OptionalInt optionalSocket = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(socket);
    return new AlertView(
        row.getString("alert"),
        row.getString("rule"),
        row.getString("kind"),
        Severity.ofWord(row.getString("severity")),
        Optional.ofNullable(row.getString("shed")),
        optionalSocket,
        Optional.ofNullable(row.getString("building")),
        AlertState.ofWord(row.getString("state")),
        instant(row, "raised_at").orElseThrow(),
        instant(row, "cleared_at"),
        Optional.ofNullable(row.getString("cleared_why")),
        Optional.ofNullable(row.getString("acknowledged_by")),
        Optional.ofNullable(row.getString("assigned_to")),
        Optional.ofNullable(row.getString("inhibited_by")),
        Optional.ofNullable(row.getString("incident")),
        quantity(row, "measured"),
        quantity(row, "limit_value"),
        row.getBoolean("relay_opened"),
        instant(row, "acknowledged_at"),
        shelving(row),
        new AlertView.Life(
            row.getInt("rule_version"),
            row.getBoolean("flapping"),
            instant(row, "realarmed_at"),
            instant(row, "escalated_at")),
        words(row));
  }

  private static Optional<Site.Name> words(ResultSet row) throws SQLException {
    String zh = row.getString("detail_zh");
    String en = row.getString("detail_en");
    return zh == null || en == null ? Optional.empty() : Optional.of(new Site.Name(zh, en));
  }

  private static Optional<Shelving> shelving(ResultSet row) throws SQLException {
    Optional<Instant> until = instant(row, "shelved_until");
    return until.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Shelving(until.get(), row.getString("shelved_by"), row.getString("shelved_why")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
  }

  private static double quantity(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  private static OffsetDateTime time(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).atOffset(ZoneOffset.UTC);
  }

  private static void setInt(PreparedStatement statement, int index, OptionalInt value)
      throws SQLException {
    if (value.isPresent()) {
      statement.setInt(index, value.getAsInt());
    } else {
      statement.setNull(index, Types.INTEGER);
    }
  }

  private static void setDouble(PreparedStatement statement, int index, double value)
      throws SQLException {
    if (Double.isNaN(value)) {
      statement.setNull(index, Types.DOUBLE);
    } else {
      statement.setDouble(index, value);
    }
  }
}
