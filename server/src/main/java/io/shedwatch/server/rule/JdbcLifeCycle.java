package io.shedwatch.server.rule;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.AlertScreen;
import io.shedwatch.server.alert.AlertView;
import io.shedwatch.server.alert.Deed;
import io.shedwatch.server.alert.JdbcAlertOutbox;
import io.shedwatch.server.alert.JdbcAlerts;
import io.shedwatch.server.alert.JdbcChronicle;
import io.shedwatch.server.alert.JdbcHeldBack;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What time does to open alerts: shelves end, outages begin and end, what was acknowledged long ago
 * asks again, what nobody acknowledged is escalated. Each change is one conditional statement, its
 * incident event and its outbox row in one transaction, so a pass may be repeated, killed or run
 * beside people and lanes.
 */
public final class JdbcLifeCycle {
  private static final String SERVER = "server";

  /** Changed in one pass; the rest follows with the next. */
  private static final int MOST = 500;

  private static final String NOT_SHELVED = "(a.shelved_until is null or a.shelved_until <= ?)";

  private final DataSource database;
  private final SiteId site;
  private final JdbcChronicle chronicle;
  private final AlertScreen screen;

  public JdbcLifeCycle(
      DataSource database, SiteId site, JdbcChronicle chronicle, AlertScreen screen) {
    this.database = database;
    this.site = site;
    this.chronicle = chronicle;
    this.screen = screen;
  }

  /** One look at all open alerts; how many changed. */
  public int pass(RuleSet rules, Instant now) throws SQLException {
    int changed = unshelve(now) + outagesBegin(now) + outagesEnd(now);
    for (RuleName rule : RuleName.values()) {
      LifeCycle life = rules.lifeCycle(rule);
      if (life.reAlarmMillis() > 0) {
        changed += reAlarm(rule, now, now.minusMillis(life.reAlarmMillis()));
      }
      if (life.escalateMillis() > 0) {
        changed += escalate(rule, now, now.minusMillis(life.escalateMillis()));
      }
    }
    return changed;
  }

  private int unshelve(Instant now) throws SQLException {
    Change change =
        new Change(
            "update alert set shelved_until = null, shelved_by = null, shelved_why = null"
                + " where alert = ? and shelved_until <= ? and state <> 'closed'",
            Optional.of("unshelved"),
            true,
            now);
    return each(change, find("a.shelved_until <= ? and a.state <> 'closed'", now), now);
  }

  private int outagesBegin(Instant now) throws SQLException {
    Change change =
        new Change(
            "update alert set inhibited_by = '"
                + JdbcHeldBack.MAINTENANCE
                + "' where alert = ? and inhibited_by is null and cleared_at is null",
            Optional.empty(),
            false,
            now);
    return each(
        change,
        find(
            "a.cleared_at is null and a.inhibited_by is null and a.severity <> ? and exists"
                + " (select 1 from maintenance m where m.site = a.site and m.shed = a.shed"
                + " and m.started_at <= ? and m.until > ?)",
            Severity.CRITICAL.word(),
            now,
            now));
  }

  private int outagesEnd(Instant now) throws SQLException {
    Change change =
        new Change(
            "update alert set inhibited_by = null where alert = ? and inhibited_by = '"
                + JdbcHeldBack.MAINTENANCE
                + "'",
            Optional.empty(),
            true,
            now);
    return each(
        change,
        find(
            "a.inhibited_by = '"
                + JdbcHeldBack.MAINTENANCE
                + "' and (a.cleared_at is not null or not exists (select 1 from maintenance m"
                + " where m.site = a.site and m.shed = a.shed and m.until > ?))",
            now));
  }

  private int reAlarm(RuleName rule, Instant now, Instant before) throws SQLException {
    Change change =
        new Change(
            "update alert set state = 'active-unacknowledged', acknowledged_at = null,"
                + " acknowledged_by = null, escalated_at = null, realarmed_at = ? where alert = ?"
                + " and state = 'active-acknowledged' and acknowledged_at <= ?",
            Optional.of("re-alarmed"),
            true,
            now);
    return each(
        change.first(now),
        find(
            "a.rule = ? and a.state = 'active-acknowledged' and a.acknowledged_at <= ?"
                + " and a.inhibited_by is null and "
                + NOT_SHELVED,
            rule.word(),
            before,
            now),
        before);
  }

  private int escalate(RuleName rule, Instant now, Instant before) throws SQLException {
    Change change =
        new Change(
            "update alert set escalated_at = ? where alert = ? and escalated_at is null"
                + " and state = 'active-unacknowledged'",
            Optional.of("escalated"),
            false,
            now);
    return each(
        change.first(now),
        find(
            "a.rule = ? and a.state = 'active-unacknowledged' and a.escalated_at is null"
                + " and coalesce(a.realarmed_at, a.raised_at) <= ? and a.inhibited_by is null and "
                + NOT_SHELVED,
            rule.word(),
            before,
            now));
  }

  /**
   * A change of one alert.
   *
   * @param sql takes the first value, then the alert, then further values
   * @param event of its incident; empty: none
   * @param again whether routes are told of it again while it is active
   */
  private record Change(
      String sql, Optional<String> event, boolean again, Instant now, List<Object> first) {
    Change(String sql, Optional<String> event, boolean again, Instant now) {
      this(sql, event, again, now, List.of());
    }

    Change first(Object value) {
      return new Change(sql, event, again, now, List.of(value));
    }
  }

  private List<String> find(String where, Object... values) throws SQLException {
    Object[] all = new Object[values.length + 1];
    all[0] = site.value();
    System.arraycopy(values, 0, all, 1, values.length);
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.list(
                connection,
                "select a.alert from alert a where a.site = ? and a.state <> 'closed' and "
                    + where
                    + " order by a.raised_at fetch first "
                    + MOST
                    + " rows only",
                row -> row.getString(1),
                all));
  }

  private int each(Change change, List<String> alerts, Object... after) throws SQLException {
    int changed = 0;
    for (String alert : alerts) {
      Optional<Runnable> told =
          JdbcTransaction.run(database, connection -> one(connection, change, alert, after));
      if (told.isPresent()) {
        told.get().run();
        changed++;
      }
    }
    return changed;
  }

  private Optional<Runnable> one(
      Connection connection, Change change, String alert, Object... after) throws SQLException {
    Object[] values = new Object[change.first().size() + 1 + after.length];
    int index = 0;
    for (Object value : change.first()) {
      values[index++] = value;
    }
    values[index++] = alert;
    System.arraycopy(after, 0, values, index, after.length);
    if (JdbcCall.update(connection, change.sql(), values) != 1) {
      return Optional.empty(); // Somebody was faster.
    }
    AlertView view = JdbcAlerts.find(connection, alert).orElseThrow();
    if (change.again() && view.clearedAt().isEmpty()) {
      JdbcAlertOutbox.add(connection, alert, JdbcAlertOutbox.AGAIN);
    }
    Runnable incident = () -> {};
    if (change.event().isPresent()) {
      long at = change.now().toEpochMilli();
      Deed deed = new Deed(change.event().get(), SERVER, at, Optional.empty(), false);
      incident = chronicle.add(connection, view, deed);
    }
    Runnable told = incident;
    return Optional.of(
        () -> {
          screen.alert(view);
          told.run();
        });
  }
}
