package io.shedwatch.server.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** Why something that a route is to be told has not become a message yet. Pure. */
enum WaitingWhy {
  /** For others of the same moment; what is late: for its clear. */
  GATHERING,
  /** It is told if nobody takes it by then. */
  ESCALATION,
  /** The route is told in its hours only. */
  HOURS,
  /** A message of the route is under way or is being tried again. */
  LINE,
  /** The route rests after its last message, or its robot takes no more just now. */
  PACE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param dueAt when it may be told at the earliest
   * @param busy whether a message of the route is on its way
   */
  static WaitingWhy of(Route route, Transition what, Instant dueAt, boolean busy, At at) {
    if (!dueAt.isAfter(at.now())) {
      return busy ? LINE : PACE;
    }
    Hours hours = route.filter().hours();
    boolean opens = dueAt.equals(hours.next(dueAt.minus(Duration.ofMinutes(1)), at.zone()));
    if (opens && !hours.holds(dueAt.minus(Duration.ofMinutes(1)), at.zone())) {
      return HOURS;
    }
    return what == Transition.RAISED && route.afterMinutes() > 0 ? ESCALATION : GATHERING;
  }

  /** When and where it is looked at. */
  record At(Instant now, ZoneId zone) {}
}
