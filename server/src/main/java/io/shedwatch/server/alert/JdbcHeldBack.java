package io.shedwatch.server.alert;

import io.shedwatch.contract.ShedId;
import io.shedwatch.server.sql.JdbcCall;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Alerts of which nobody is told, within the caller's transaction: those that another alert or a
 * planned outage explains, and those that come again and again.
 */
public final class JdbcHeldBack {
  /** What {@code inhibitedBy} says while an outage is planned; else it is an alert's id. */
  public static final String MAINTENANCE = "maintenance";

  static final String OFFLINE = "shed-offline";

  private JdbcHeldBack() {}

  /** Whether it flaps; the raise that reaches the bound is told, as the last. */
  static boolean isSaidAlready(Connection connection, AlertRaised raised, Flaps flaps)
      throws SQLException {
    Flaps.Bound bound = flaps.of(raised.rule());
    Subject subject = raised.subject();
    if (bound.raises() == Integer.MAX_VALUE || subject.shed().isEmpty()) {
      return false;
    }
    Before before =
        JdbcCall.first(
                connection,
                "select count(*), min(raised_at) as since from alert where site = ? and rule = ?"
                    + " and shed = ?"
                    + (raised.socket().isPresent() ? " and socket = ?" : " and socket is null")
                    + " and raised_at > ? and kind = ? and alert <> ?",
                row -> new Before(row.getInt(1), JdbcCall.maybeTime(row, "since")),
                flapValues(raised, bound))
            .orElseThrow();
    if (before.raises() + 1 < bound.raises()) {
      return false;
    }
    JdbcCall.update(
        connection,
        "update alert set flapping = true, flap_since = ? where alert = ?",
        before.since(),
        raised.alert());
    return before.raises() + 1 > bound.raises();
  }

  /** The raises of one rule and subject within the rule's time, without the newest. */
  private record Before(int raises, Optional<Instant> since) {}

  private static Object[] flapValues(AlertRaised raised, Flaps.Bound bound) {
    List<Object> values = new ArrayList<>();
    values.add(raised.subject().site().value());
    values.add(raised.rule());
    values.add(raised.subject().shed().map(ShedId::value).orElse(""));
    raised.socket().ifPresent(values::add);
    values.add(Instant.ofEpochMilli(raised.raisedAt() - bound.withinMillis()));
    values.add(raised.kind());
    values.add(raised.alert());
    return values.toArray();
  }

  /**
   * What burns or kills is never held back, whatever else is wrong with its shed; nor is a drill,
   * which is there to see who comes.
   */
  static void inhibition(PreparedStatement insert, AlertRaised raised) throws SQLException {
    boolean may =
        raised.severity() != Severity.CRITICAL
            && !raised.rule().equals(AlertRaised.DRILL)
            && raised.subject().shed().isPresent();
    boolean socket = may && raised.socket().isPresent();
    Subject subject = raised.subject();
    String shed = subject.shed().map(ShedId::value).orElse("");
    insert.setString(17, socket ? OFFLINE + "|" + OFFLINE + "|" + subject.site() + "/" + shed : "");
    insert.setString(18, subject.site().value());
    insert.setString(19, may ? shed : "");
    insert.setObject(20, Instant.ofEpochMilli(raised.raisedAt()).atOffset(ZoneOffset.UTC));
    insert.setObject(21, Instant.ofEpochMilli(raised.raisedAt()).atOffset(ZoneOffset.UTC));
  }

  static void inhibitSockets(Connection connection, AlertRaised offline) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update alert set inhibited_by = ? where site = ? and shed = ? and socket is not null"
                + " and cleared_at is null and inhibited_by is null and severity <> ?")) {
      update.setString(1, offline.alert());
      update.setString(2, offline.subject().site().value());
      update.setString(3, offline.subject().shed().map(ShedId::value).orElse(""));
      update.setString(4, Severity.CRITICAL.word());
      update.executeUpdate();
    }
  }

  /** The active alerts that another one explains. */
  public static List<AlertView> inhibitedBy(Connection connection, String alert)
      throws SQLException {
    return JdbcCall.list(
        connection,
        "select "
            + JdbcAlerts.COLUMNS
            + " from alert where inhibited_by = ? and cleared_at is null",
        JdbcAlerts::view,
        alert);
  }

  /**
   * Nothing explains these any more: whoever was told nothing of them hears now that they are true.
   *
   * @return those that still are, as they are now
   */
  public static List<AlertView> release(Connection connection, String inhibitor)
      throws SQLException {
    List<AlertView> held = inhibitedBy(connection, inhibitor);
    JdbcCall.update(
        connection, "update alert set inhibited_by = null where inhibited_by = ?", inhibitor);
    List<AlertView> released = new ArrayList<>();
    for (AlertView one : held) {
      JdbcAlertOutbox.add(connection, one.alert(), JdbcAlertOutbox.AGAIN);
      JdbcAlerts.find(connection, one.alert()).ifPresent(released::add);
    }
    return released;
  }
}
