package io.shedwatch.server.loop;

/**
 * How often a loop looks, in milliseconds.
 *
 * @param firstMillis before the first look
 * @param everyMillis from the end of one look to the next
 * @param troubledMillis the same after a look that failed
 * @param stopMillis how long a close waits for the look that is under way
 */
public record Pace(long firstMillis, long everyMillis, long troubledMillis, long stopMillis) {
  private static final long STOP_MILLIS = 3_000;

  /** One pause before each look, the first and those after trouble as well. */
  public static Pace everyMillis(long every) {
    return new Pace(every, every, every, STOP_MILLIS);
  }

  /** The same, looking at once when it starts. */
  public Pace atOnce() {
    return new Pace(0, everyMillis, troubledMillis, stopMillis);
  }

  /** The same with a pause of its own after a look that failed. */
  public Pace afterTroubleMillis(long pause) {
    return new Pace(firstMillis, everyMillis, pause, stopMillis);
  }

  /** The same with more time to end. */
  public Pace stopWithinMillis(long longest) {
    return new Pace(firstMillis, everyMillis, troubledMillis, longest);
  }
}
