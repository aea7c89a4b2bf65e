package io.shedwatch.server.notice;

import io.shedwatch.server.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Which routes are told of a transition, and when each. Pure. */
final class Routing {
  private final NoticeRules rules;
  private final ZoneId zone;

  Routing(NoticeRules rules, ZoneId zone) {
    this.rules = rules;
    this.zone = zone;
  }

  /**
   * One thing to tell, not before then.
   *
   * @param late whether the alert was raised long before it arrived
   */
  record Due(String route, String alert, Transition transition, Instant at, boolean late) {}

  /** In the order of the routes; empty when nobody is to be told. */
  List<Due> tasks(Transition transition, AlertFact alert, List<Route> routes, Instant now) {
    List<Due> tasks = new ArrayList<>();
    boolean late = alert.raisedAt().plus(rules.late()).isBefore(now);
    for (Route route : routes) {
      boolean concerned =
          route.enabled()
              && route.filter().passes(alert)
              && (transition.active() || route.tellsClears());
      if (concerned) {
        Instant held = now.plus(hold(transition, alert, late));
        Instant then =
            transition.active() ? held.plus(Duration.ofMinutes(route.afterMinutes())) : held;
        route
            .filter()
            .due(then, zone)
            .ifPresent(
                at -> tasks.add(new Due(route.route(), alert.alert(), transition, at, late)));
      }
    }
    return tasks;
  }

  private Duration hold(Transition transition, AlertFact alert, boolean late) {
    if (transition == Transition.CLEARED) {
      return rules.hold(Severity.MINOR);
    }
    return late ? rules.lateHold() : rules.hold(alert.severity());
  }
}
