package io.shedwatch.server.notice;

import io.shedwatch.server.alert.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a route whose line is free does with what is due on it: one message of all that is still to
 * be told. Pure.
 *
 * @param told goes into one message; empty: no message now
 * @param settled never to be told, and why
 */
record Turn(List<Task> told, List<Settled> settled) {
  /** What one wrong load on one socket raises within a minute: one notice (DESIGN 7). */
  private static final Set<String> ONE_LOAD = Set.of("overpower", "overcurrent", "not-a-charger");

  /** Why something due is not told. */
  enum Why {
    /** Somebody took it before it was due on an escalation route. */
    TAKEN("taken"),
    SHELVED("shelved"),
    /** Another alert or a planned outage explains it. */
    INHIBITED("inhibited"),
    /** A small or old thing that was over before anybody was told. */
    OVER("over"),
    /** It joined an incident that this route was told of a moment ago. */
    JOINED("joined"),
    /** The end of something that this route was never told of. */
    NOT_TOLD("not-told");

    private final String word;

    Why(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** One task that is done without a message. */
  record Settled(Task task, Why why) {}

  /**
   * @param due all that is due on the route, oldest first
   * @param last when its last message was written; empty: never
   */
  static Turn of(NoticeRules rules, List<Task> due, Optional<Instant> last, Instant now) {
    List<Task> told = new ArrayList<>();
    List<Settled> settled = new ArrayList<>();
    for (Task task : due) {
      Optional<Why> not = whyNot(rules, task, due, now);
      if (not.isPresent()) {
        settled.add(new Settled(task, not.get()));
      } else {
        told.add(task);
      }
    }
    // A drill never shares a message with what is real; it goes when that has gone.
    boolean real = told.stream().anyMatch(task -> !task.alert().drill());
    told.removeIf(task -> real && task.alert().drill());
    boolean urgent =
        told.stream()
            .anyMatch(
                task -> task.transition().active() && task.alert().severity() == Severity.CRITICAL);
    boolean soon = last.filter(at -> at.plus(rules.between()).isAfter(now)).isPresent();
    return new Turn(soon && !urgent ? List.of() : List.copyOf(told), List.copyOf(settled));
  }

  private static Optional<Why> whyNot(NoticeRules rules, Task task, List<Task> due, Instant now) {
    AlertFact alert = task.alert();
    if (task.transition() == Transition.CLEARED) {
      boolean toldNow =
          due.stream()
              .anyMatch(
                  other ->
                      other.transition().active() && other.alert().alert().equals(alert.alert()));
      // In one message with its raise, the raise says itself that it is over.
      return task.toldRaise() && !toldNow ? Optional.empty() : Optional.of(Why.NOT_TOLD);
    }
    if (task.escalated() && alert.taken()) {
      return Optional.of(Why.TAKEN);
    }
    if (alert.shelved(now)) {
      return Optional.of(Why.SHELVED);
    }
    if (alert.inhibited()) {
      return Optional.of(Why.INHIBITED);
    }
    if (!alert.active() && wasNothing(task)) {
      return Optional.of(Why.OVER);
    }
    return joined(rules, task, now) ? Optional.of(Why.JOINED) : Optional.empty();
  }

  /** Whether nobody need hear of what is over before it was told. */
  private static boolean wasNothing(Task task) {
    if (task.late()) {
      return true;
    }
    if (task.alert().flapping().isPresent()) {
      return false; // It is told once that it comes and goes, also when it is just gone.
    }
    Severity severity = task.alert().severity();
    return severity == Severity.MINOR || (task.escalated() && severity != Severity.CRITICAL);
  }

  /** Whether one wrong load on one socket may have raised it. */
  static boolean ofOneLoad(AlertFact alert) {
    return alert.socket().isPresent()
        && (ONE_LOAD.contains(alert.rule()) || ONE_LOAD.contains(alert.kind()));
  }

  private static boolean joined(NoticeRules rules, Task task, Instant now) {
    return task.incidentTold()
        .filter(told -> ofOneLoad(task.alert()))
        .filter(told -> told.at().plus(rules.oneIncident()).isAfter(now))
        .filter(told -> !task.alert().severity().worseThan(told.worst()))
        .isPresent();
  }
}
