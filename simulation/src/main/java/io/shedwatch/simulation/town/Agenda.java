package io.shedwatch.simulation.town;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is due when, on the virtual clock; things due at the same time happen in the order entered.
 */
final class Agenda {
  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
  private long entered;

  private record Due(long at, long order, Runnable what) {}

  void enter(long at, Runnable what) {
    queue.add(new Due(at, entered++, what));
  }

  /** Lets everything happen that is due until {@code until}, including what comes up on the way. */
  void runUntil(long until) {
    for (Due next = queue.peek(); next != null && next.at() <= until; next = queue.peek()) {
      queue.remove();
      next.what().run();
    }
  }
}
