package io.shedwatch.server.alert;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What people do to alerts. The state is decided and changed by one statement, so a clear by a lane
 * and two people at once cannot overwrite each other; the incident's event is appended in the same
 * transaction; the screens hear after the commit.
 */
public final class JdbcAlertActions {
  private static final String ACKNOWLEDGE =
      "update alert set state = case state when 'active-unacknowledged' then 'active-acknowledged'"
          + " else 'closed' end, acknowledged_at = ?, acknowledged_by = ? where alert = ?"
          + " and site = ? and state in ('active-unacknowledged', 'cleared-unacknowledged')";

  private static final String ASSIGN =
      "update alert set assigned_to = ? where alert = ? and site = ? and state <> 'closed'";

  /** Nothing changes, but the row is locked until the remark is in. */
  private static final String TOUCH = "update alert set rule = rule where alert = ? and site = ?";

  private static final String SHELVE =
      "update alert set shelved_until = ?, shelved_by = ?, shelved_why = ? where alert = ?"
          + " and site = ? and state <> 'closed'";

  private static final String UNSHELVE =
      "update alert set shelved_until = null, shelved_by = null, shelved_why = null"
          + " where alert = ? and site = ? and shelved_until is not null";

  private final DataSource database;
  private final SiteId site;
  private final JdbcChronicle chronicle;
  private final AlertScreen screen;

  public JdbcAlertActions(
      DataSource database, SiteId site, JdbcChronicle chronicle, AlertScreen screen) {
    this.database = database;
    this.site = site;
    this.chronicle = chronicle;
    this.screen = screen;
  }

  /**
   * What became of an action.
   *
   * @param changed false when the alert's state left nothing to change
   * @param alert as it is now
   */
  record Done(boolean changed, AlertView alert) {}

  /** Empty when there is no such alert; so are all others. */
  Optional<Done> acknowledge(String alert, String who, Instant now) throws SQLException {
    Act act = new Act(alert, "acknowledged", who, now, Optional.empty(), true);
    return run(act, ACKNOWLEDGE, now.atOffset(ZoneOffset.UTC), who);
  }

  /**
   * Gives the alert to somebody.
   *
   * @param to empty: to nobody
   */
  Optional<Done> assign(String alert, Optional<String> to, String who, Instant now)
      throws SQLException {
    Act act = new Act(alert, "assigned", who, now, to, false);
    return run(act, ASSIGN, to.orElse(null));
  }

  Optional<Done> comment(String alert, String text, String who, Instant now) throws SQLException {
    return run(new Act(alert, "commented", who, now, Optional.of(text), false), TOUCH);
  }

  Optional<Done> shelve(String alert, Shelving shelving, Instant now) throws SQLException {
    Act act = new Act(alert, "shelved", shelving.by(), now, Optional.of(shelving.why()), false);
    return run(
        act, SHELVE, shelving.until().atOffset(ZoneOffset.UTC), shelving.by(), shelving.why());
  }

  Optional<Done> unshelve(String alert, String who, Instant now) throws SQLException {
    return run(new Act(alert, "unshelved", who, now, Optional.empty(), false), UNSHELVE);
  }

  /** One action as it is asked for; {@code words} is what the person wrote. */
  private record Act(
      String alert, String event, String who, Instant now, Optional<String> words, boolean once) {}

  /** The outcome, and what is to be told after the commit. */
  private record Told(Optional<Done> done, Runnable incident) {}

  private Optional<Done> run(Act act, String sql, @Nullable Object... values) throws SQLException {
    Told told =
        JdbcTransaction.run(
            database, connection -> change(connection, act, sql, Arrays.asList(values)));
    told.done().filter(Done::changed).ifPresent(done -> screen.alert(done.alert()));
    told.incident().run();
    return told.done();
  }

  private Told change(Connection connection, Act act, String sql, List<@Nullable Object> values)
      throws SQLException {
    boolean changed = update(connection, act, sql, values);
    Optional<AlertView> alert = find(connection, act.alert());
    Optional<Done> done = alert.map(view -> new Done(changed, view));
    if (!changed || alert.isEmpty()) {
      return new Told(done, () -> {});
    }
    Optional<String> digest = Optional.empty();
    if (act.words().isPresent()) {
      Remark remark = new Remark(act.alert(), act.who(), act.now(), act.words().get());
      digest = Optional.of(JdbcRemarks.write(connection, site, remark));
    }
    Deed deed = new Deed(act.event(), act.who(), act.now().toEpochMilli(), digest, act.once());
    return new Told(done, chronicle.add(connection, alert.get(), deed));
  }

  private boolean update(Connection connection, Act act, String sql, List<@Nullable Object> values)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      int index = 0;
      for (@Nullable Object value : values) {
        update.setObject(++index, value);
      }
      update.setString(++index, act.alert());
      update.setString(++index, site.value());
      return update.executeUpdate() == 1;
    }
  }

  private Optional<AlertView> find(Connection connection, String alert) throws SQLException {
    return JdbcAlerts.find(connection, alert);
  }

  /** One alert; empty when there is none of that id. */
  Optional<AlertView> find(String alert) throws SQLException {
    return JdbcTransaction.run(database, connection -> find(connection, alert));
  }

  /** What was written about an alert, oldest first. */
  List<Remark> remarks(String alert) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            find(connection, alert).isPresent()
                ? JdbcRemarks.about(connection, site, alert)
                : Collections.emptyList());
  }
}
