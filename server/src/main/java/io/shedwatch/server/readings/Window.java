package io.shedwatch.server.readings;

/**
 * What a chart asks for: whole buckets from the one that holds {@code from} up to {@code to}
 * (excluded), epoch milliseconds.
 *
 * @param everyMillis width of a bucket; buckets are aligned to the epoch
 */
public record Window(long from, long to, long everyMillis) {
  /** A chart never gets more points a series. */
  public static final int MAX_POINTS = 1_000;

  private static final long SECOND = 1_000;

  /**
   * The window that is read instead of this one: {@code from} at the start of its bucket, and
   * buckets wide enough for {@link #MAX_POINTS}; a whole number of hours, or of minutes, or of
   * seconds.
   */
  public Window fitting() {
    // One bucket fewer, since aligning the start may add one.
    long every = rounded(Math.max(everyMillis, divideUp(Math.max(0, to - from), MAX_POINTS - 1L)));
    return new Window(floor(from, every), Math.max(from, to), every);
  }

  /** The start of the bucket that holds {@code at}. */
  static long floor(long at, long width) {
    return Math.floorDiv(at, width) * width;
  }

  private static long rounded(long every) {
    if (every > RollUp.Level.MINUTE.millis() * 30) {
      return divideUp(every, RollUp.Level.HOUR.millis()) * RollUp.Level.HOUR.millis();
    }
    if (every > SECOND * 30) {
      return divideUp(every, RollUp.Level.MINUTE.millis()) * RollUp.Level.MINUTE.millis();
    }
    return Math.max(1, divideUp(every, SECOND)) * SECOND;
  }

  private static long divideUp(long dividend, long divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }
}
