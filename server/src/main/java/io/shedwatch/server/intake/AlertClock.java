package io.shedwatch.server.intake;

import io.shedwatch.contract.CommandAction;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.AlertCleared;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.AlertWorsened;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.alert.Subject;
import io.shedwatch.server.incident.JdbcAlertDesk;
import io.shedwatch.server.rule.JdbcLifeCycle;
import io.shedwatch.server.rule.RuleName;
import io.shedwatch.server.rule.RuleSet;
import io.shedwatch.server.rule.RulesInForce;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What is looked at every few seconds beside the lanes: the life cycle of open alerts, orders
 * without an answer, and the way into the store. All of it is decided from rows, so a restart at
 * any step goes on where it was.
 */
public final class AlertClock implements AutoCloseable {
  private static final long EVERY_MILLIS = 5_000;

  private final Tools tools;
  private final Chores chores = new Chores();

  /** How the way into the store is: the age of the oldest waiting reading, and whether it moves. */
  public record Store(long ageMillis, boolean blocked) {}

  /** What it is given by the main. */
  public record Tools(
      DataSource database,
      SiteId site,
      JdbcAlertDesk desk,
      JdbcLifeCycle lifeCycle,
      RulesInForce rules,
      Supplier<Store> store,
      InstantSource clock) {}

  AlertClock(Tools tools) {
    this.tools = tools;
  }

  /** Ends what the last run of the server left, and begins to look. */
  public static AlertClock start(Tools tools) throws SQLException {
    AlertClock clock = new AlertClock(tools);
    clock.lanesRunAgain();
    clock.chores.every(EVERY_MILLIS, "life cycle", clock::lifeCycle);
    clock.chores.every(EVERY_MILLIS, "unconfirmed orders", clock::unconfirmed);
    clock.chores.every(EVERY_MILLIS, "store", clock::store);
    return clock;
  }

  void lifeCycle() throws SQLException {
    tools.lifeCycle().pass(tools.rules().now(), tools.clock().instant());
  }

  /** Every lane begins anew with the server; one that breaks again raises its alert again. */
  void lanesRunAgain() throws SQLException {
    long now = tools.clock().millis();
    List<String> active = active(RuleName.LANE_STOPPED);
    if (!active.isEmpty()) {
      tools
          .desk()
          .run(
              occurrences -> {
                for (String alert : active) {
                  occurrences.clear(new AlertCleared(alert, now, "the server was started again"));
                }
              });
    }
  }

  /** Alerts are those sockets whose newest order has run out without a word from the shed. */
  void unconfirmed() throws SQLException {
    RuleSet rules = tools.rules().now();
    Instant now = tools.clock().instant();
    List<JdbcUnconfirmed.Order> open =
        JdbcUnconfirmed.orders(
            tools.database(),
            tools.site(),
            now,
            now.minusMillis(rules.commandUnconfirmed().forgottenMillis()));
    List<String> held = new ArrayList<>();
    List<String> active = active(RuleName.COMMAND_UNCONFIRMED);
    for (JdbcUnconfirmed.Order order : open) {
      String alert = "unconfirmed-" + order.command();
      held.add(alert);
      if (!active.contains(alert)) {
        tools.desk().raise(raised(alert, order, rules));
      }
    }
    for (String alert : active) {
      if (!held.contains(alert)) {
        String why = "the shed answered, or the order is of no interest any more";
        tools.desk().clear(new AlertCleared(alert, now.toEpochMilli(), why));
      }
    }
  }

  private AlertRaised raised(String alert, JdbcUnconfirmed.Order order, RuleSet rules) {
    RuleName rule = RuleName.COMMAND_UNCONFIRMED;
    CommandAction action = order.action();
    ShedAddress shed = new ShedAddress(tools.site(), new ShedId(order.shed()));
    return AlertRaised.of(
            alert,
            rule.word(),
            rules.commandUnconfirmed().severity(action),
            Subject.of(shed, OptionalInt.of(order.socket())),
            order.expiredAt().toEpochMilli())
        .by(rules.version(rule).version());
  }

  void store() throws SQLException {
    RuleName rule = RuleName.STORE_BEHIND;
    RuleSet rules = tools.rules().now();
    Store store = tools.store().get();
    long now = tools.clock().millis();
    Optional<Severity> bad = rules.storeBehind().judge(store.ageMillis(), store.blocked());
    List<String> active = active(rule);
    if (bad.isEmpty()) {
      for (String alert : active) {
        tools.desk().clear(new AlertCleared(alert, now, "the store took all that waited"));
      }
      return;
    }
    double minutes = store.ageMillis() / 60_000.0;
    if (active.isEmpty()) {
      tools
          .desk()
          .raise(
              AlertRaised.of(
                      tools.site() + "-" + rule.word() + "-" + now,
                      rule.word(),
                      bad.get(),
                      Subject.ofSite(tools.site()),
                      now)
                  .measuring(minutes, rules.storeBehind().minorMillis() / 60_000.0)
                  .by(rules.version(rule).version()));
      return;
    }
    double limit = rules.storeBehind().majorMillis() / 60_000.0;
    tools.desk().worsen(new AlertWorsened(active.get(0), bad.get(), minutes, limit, now));
  }

  private List<String> active(RuleName rule) throws SQLException {
    return JdbcUnconfirmed.active(tools.database(), tools.site(), rule);
  }

  @Override
  public void close() {
    chores.close();
  }
}
