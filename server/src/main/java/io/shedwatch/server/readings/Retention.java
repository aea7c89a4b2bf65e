package io.shedwatch.server.readings;

import java.time.Duration;

/**
 * How long each level is kept. One-hour roll-ups are kept for ever.
 *
 * @param rawDays raw readings; 35 by default, since a back-test needs 30; 0 for ever
 * @param minuteDays one-minute roll-ups; 366 by default; 0 for ever
 */
public record Retention(int rawDays, int minuteDays) {
  public static final Retention DEFAULT = new Retention(35, 366);

  /** Nothing is dropped: for clocks that do not show the real time, and for archives. */
  public static final Retention FOR_EVER = new Retention(0, 0);

  public Retention {
    if (rawDays < 0 || minuteDays < 0) {
      throw new IllegalArgumentException("days to keep must not be negative");
    }
    if (rawDays > 0 && rawDays < 3) {
      throw new IllegalArgumentException("raw readings are needed for 3 days at least");
    }
  }

  /** Whether a raw reading of that time is kept. */
  boolean keepsRaw(long at, long now) {
    return at >= rawSince(now);
  }

  /** Raw readings before are dropped, epoch milliseconds. */
  long rawSince(long now) {
    return since(rawDays, now);
  }

  /** One-minute roll-ups before are dropped, epoch milliseconds. */
  long minutesSince(long now) {
    return since(minuteDays, now);
  }

  private static long since(int days, long now) {
    return days == 0 ? Long.MIN_VALUE : now - Duration.ofDays(days).toMillis();
  }
}
