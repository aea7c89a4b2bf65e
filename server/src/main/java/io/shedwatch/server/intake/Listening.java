package io.shedwatch.server.intake;

/**
 * Since when the broker has been heard without a break; written by the connection, read by lanes.
 */
final class Listening {
  private static final long NOT = Long.MAX_VALUE;

  private volatile long since = NOT;

  void began(long now) {
    since = now;
  }

  void ended() {
    since = NOT;
  }

  boolean now() {
    return since != NOT;
  }

  /** Epoch milliseconds; while nobody is heard it is always just now, so that nothing is due. */
  long since(long now) {
    return Math.min(since, now);
  }
}
