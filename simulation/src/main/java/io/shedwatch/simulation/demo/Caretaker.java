package io.shedwatch.simulation.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Goes to sockets that tripped and presses their button, so that a town that nobody minds does not
 * run out of sockets: half an hour later, and twice more where the cause was still there.
 * Thread-safe.
 */
final class Caretaker {
  private static final long MINUTE_MILLIS = 60_000;
  private static final List<Long> COMES_AFTER_MINUTES = List.of(30L, 180L, 720L);

  /** More trips than a town has in a year; beyond it nobody comes, and staff has to. */
  private static final int MOST_VISITS = 10_000;

  /**
   * A socket to look after.
   *
   * @param shed index in the town's map
   */
  record Visit(long at, int shed, int socket) {}

  private final PriorityQueue<Visit> visits =
      new PriorityQueue<>(Comparator.comparingLong(Visit::at));

  synchronized void called(long at, int shed, int socket) {
    if (visits.size() < MOST_VISITS) {
      COMES_AFTER_MINUTES.forEach(
          minutes -> visits.add(new Visit(at + minutes * MINUTE_MILLIS, shed, socket)));
    }
  }

  /** The visits that are due, each told once. */
  synchronized List<Visit> due(long now) {
    List<Visit> due = new ArrayList<>(0);
    while (!visits.isEmpty() && visits.peek().at() <= now) {
      due.add(visits.remove());
    }
    return due;
  }
}
