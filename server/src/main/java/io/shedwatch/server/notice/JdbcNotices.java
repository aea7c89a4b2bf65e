package io.shedwatch.server.notice;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.sql.JdbcCall;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of notices and of the attempts to send them, within the caller's transaction. */
final class JdbcNotices {
  static final String COLUMNS =
      "notice, route, route_name, kind, severity, drill, title, body, facts, made_at, next_at,"
          + " state, attempts, maybe_twice, sent_at, outcome";

  /** Looked at in one round; the rest follows in the next. */
  private static final int MOST = 200;

  /** The longest time that a robot remembers of us. */
  private static final Duration ATTEMPTS_KEPT = Duration.ofDays(400);

  private final SiteId site;

  JdbcNotices(SiteId site) {
    this.site = site;
  }

  /** Adds it; a no-op when its id is there already. */
  boolean add(Connection connection, Notice notice) throws SQLException {
    Message message = notice.message();
    return JdbcCall.update(
            connection,
            "insert into notice ("
                + COLUMNS
                + ", site) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict do nothing",
            notice.notice(),
            notice.route(),
            notice.routeName(),
            notice.kind().word(),
            message.severity().word(),
            message.drill(),
            message.title(),
            message.body(),
            message.facts(),
            notice.madeAt(),
            notice.nextAt(),
            notice.state().word(),
            notice.attempts(),
            notice.maybeTwice(),
            notice.sentAt(),
            notice.outcome(),
            site.value())
        == 1;
  }

  Optional<Notice> find(Connection connection, String notice) throws SQLException {
    return JdbcCall.first(
        connection,
        "select " + COLUMNS + " from notice where site = ? and notice = ?",
        JdbcNotices::notice,
        site.value(),
        notice);
  }

  /** Those to be tried now: alerts by severity before all others, the oldest first. */
  List<Notice> due(Connection connection, Instant now) throws SQLException {
    return JdbcCall.list(
        connection,
        "select "
            + COLUMNS
            + " from notice where site = ? and state = 'waiting' and next_at <= ?"
            + " order by case severity when 'critical' then 0 when 'major' then 1 else 2 end,"
            + " made_at, notice fetch first "
            + MOST
            + " rows only",
        JdbcNotices::notice,
        site.value(),
        now);
  }

  /** Whether a message of the route is on its way; test messages do not hold the line up. */
  boolean busy(Connection connection, String route) throws SQLException {
    return JdbcCall.first(
            connection,
            "select 1 from notice where site = ? and route = ? and state in ('waiting', 'sending')"
                + " and kind <> 'test' fetch first 1 rows only",
            row -> true,
            site.value(),
            route)
        .isPresent();
  }

  /** When the route's last message about alerts was written. */
  Optional<Instant> last(Connection connection, String route) throws SQLException {
    return JdbcCall.first(
        connection,
        "select made_at from notice where site = ? and route = ? and kind = 'alert'"
            + " order by made_at desc fetch first 1 rows only",
        row -> JdbcCall.time(row, "made_at"),
        site.value(),
        route);
  }

  /** When a robot was asked since then, oldest first. */
  List<Instant> attempts(Connection connection, String robot, Instant since) throws SQLException {
    return JdbcCall.list(
        connection,
        "select at from notice_attempt where robot = ? and at > ? order by at",
        row -> JdbcCall.time(row, "at"),
        robot,
        since);
  }

  /** Takes it for an attempt; false when somebody else did. */
  boolean claim(Connection connection, Notice notice, String robot, Instant now)
      throws SQLException {
    boolean ours =
        JdbcCall.update(
                connection,
                "update notice set state = 'sending', attempts = attempts + 1 where notice = ?"
                    + " and state = 'waiting' and attempts = ?",
                notice.notice(),
                notice.attempts())
            == 1;
    if (ours) {
      JdbcCall.update(
          connection,
          "insert into notice_attempt (notice, number, robot, at) values (?, ?, ?, ?)",
          notice.notice(),
          notice.attempts() + 1,
          robot,
          now);
    }
    return ours;
  }

  /** Writes down how an attempt ended. */
  void ended(Connection connection, String notice, int attempt, Fate fate, String outcome)
      throws SQLException {
    JdbcCall.update(
        connection,
        "update notice set state = ?, next_at = ?, maybe_twice = maybe_twice or ?, outcome = ?,"
            + " sent_at = case when ? then ? else sent_at end where notice = ? and state <> 'sent'",
        fate.state().word(),
        fate.nextAt(),
        fate.maybeTwice(),
        outcome,
        fate.state() == NoticeState.SENT,
        fate.nextAt(),
        notice);
    JdbcCall.update(
        connection,
        "update notice_attempt set outcome = ? where notice = ? and number = ?",
        outcome,
        notice,
        attempt);
  }

  /** After a start: what was under way when the server ended is tried again, and says so. */
  int resume(Connection connection, Instant now) throws SQLException {
    return JdbcCall.update(
        connection,
        "update notice set state = 'waiting', maybe_twice = true, next_at = ?,"
            + " outcome = 'the server ended during the attempt'"
            + " where site = ? and state = 'sending'",
        now,
        site.value());
  }

  void forget(Connection connection, Instant now) throws SQLException {
    JdbcCall.update(
        connection, "delete from notice_attempt where at < ?", now.minus(ATTEMPTS_KEPT));
  }

  static Notice notice(ResultSet row) throws SQLException {
    Message message =
        new Message(
            Severity.ofWord(row.getString("severity")),
            row.getBoolean("drill"),
            row.getString("title"),
            row.getString("body"),
            row.getString("facts"));
    return new Notice(
        row.getString("notice"),
        row.getString("route"),
        row.getString("route_name"),
        NoticeKind.ofWord(row.getString("kind")),
        message,
        JdbcCall.time(row, "made_at"),
        JdbcCall.time(row, "next_at"),
        NoticeState.ofWord(row.getString("state")),
        row.getInt("attempts"),
        row.getBoolean("maybe_twice"),
        JdbcCall.maybeTime(row, "sent_at"),
        row.getString("outcome"));
  }
}
