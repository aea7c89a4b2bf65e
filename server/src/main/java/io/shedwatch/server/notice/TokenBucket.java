package io.shedwatch.server.notice;

import java.time.Instant;
import java.util.List;

/**
 * A token bucket of one robot, computed from when it was asked before: nothing to remember, so a
 * restart cannot fill it. Pure.
 *
 * <p>A quarter of the minute's messages may go at once; the rest is spread so that no minute,
 * wherever it begins, holds more than the robot takes, with one to spare for messages that reach it
 * closer together than they left.
 */
record TokenBucket(int burst, long periodMillis) {
  private static final long MINUTE_MILLIS = 60_000;

  static TokenBucket of(int perMinute) {
    int burst = Math.max(1, perMinute / 4);
    int spread = Math.max(1, perMinute - burst - 1);
    return new TokenBucket(burst, (MINUTE_MILLIS + spread - 1) / spread);
  }

  /** How far back attempts matter: a bucket left alone for so long is full. */
  long memoryMillis() {
    return MINUTE_MILLIS + burst * periodMillis;
  }

  /**
   * How long to wait before the next message; 0: it may go now.
   *
   * @param attempts of at least {@link #memoryMillis}, oldest first
   */
  long waitMillis(List<Instant> attempts, Instant now) {
    long full = Long.MIN_VALUE / 2; // When the bucket will be full again.
    for (Instant attempt : attempts) {
      full = Math.max(full, attempt.toEpochMilli()) + periodMillis;
    }
    long room = full - (burst - 1) * periodMillis;
    return Math.max(0, room - now.toEpochMilli());
  }
}
