package io.shedwatch.simulation.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * One shed's messages of the past between the loop that makes them and the receipt that covers
 * them. Touches nothing and knows no clock: times are monotonic milliseconds in arguments. Used by
 * one thread.
 *
 * <p>Receipts pace it: so few messages are unconfirmed at a time that the server has nothing of the
 * past to do when something of the present comes.
 */
final class PastQueue {
  /**
   * Sent and not confirmed. A receipt comes once a second at most, so this is also how many go out
   * a second.
   */
  static final int MAX_UNCONFIRMED = 64;

  /** Made and not sent; whoever makes more waits. */
  static final int MAX_READY = 128;

  /** As the agent does. */
  static final long RESEND_MILLIS = 30_000;

  private final Deque<PastMessage> ready = new ArrayDeque<>();
  private final Deque<PastMessage> unconfirmed = new ArrayDeque<>();
  private int room;
  private int inFlight;
  private long progressMillis;

  void add(PastMessage message) {
    ready.add(message);
  }

  boolean isFull() {
    return ready.size() >= MAX_READY;
  }

  boolean isEmpty() {
    return ready.isEmpty() && unconfirmed.isEmpty();
  }

  /**
   * The line is up.
   *
   * @param mostInFlight messages that the broker takes without acknowledging them
   */
  void up(int mostInFlight, long now) {
    room = mostInFlight;
    startAgain(now);
  }

  /** The line is gone. */
  void down() {
    room = 0;
    inFlight = 0;
  }

  /** The next message to send; it stays the next until {@link #sent}. */
  Optional<PastMessage> next(long now) {
    if (room > 0 && !unconfirmed.isEmpty() && now - progressMillis >= RESEND_MILLIS) {
      startAgain(now);
    }
    boolean may = inFlight < room && unconfirmed.size() < MAX_UNCONFIRMED;
    return may ? Optional.ofNullable(ready.peek()) : Optional.empty();
  }

  /** The message that {@link #next} gave is on the line. */
  void sent(long now) {
    if (unconfirmed.isEmpty()) {
      progressMillis = now;
    }
    unconfirmed.add(ready.remove());
    inFlight++;
  }

  /** The broker answered a publish, which is a pace and no proof. */
  void acknowledged() {
    inFlight = Math.max(0, inFlight - 1);
  }

  /** Everything up to {@code seq} is stored. */
  void stored(long seq, long now) {
    while (!unconfirmed.isEmpty() && unconfirmed.peek().seq() <= seq) {
      unconfirmed.remove();
      progressMillis = now;
    }
    // Confirmed late, while it waits to be sent again.
    while (!ready.isEmpty() && ready.peek().seq() <= seq) {
      ready.remove();
      progressMillis = now;
    }
  }

  private void startAgain(long now) {
    while (!unconfirmed.isEmpty()) {
      ready.addFirst(unconfirmed.removeLast());
    }
    inFlight = 0;
    progressMillis = now;
  }
}
