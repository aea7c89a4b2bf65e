package io.shedwatch.edge.protect;

/**
 * A condition that has to last before it counts, and to be gone as long before it does not.
 *
 * @param on whether it counts
 * @param since epoch milliseconds since when the opposite has been seen; {@link #NOT} while what is
 *     seen agrees with {@code on}
 */
public record Held(boolean on, long since) {
  public static final long NOT = Long.MIN_VALUE;
  public static final Held OFF = new Held(false, NOT);
  public static final Held ON = new Held(true, NOT);

  static Held of(boolean on) {
    return on ? ON : OFF;
  }

  /** The state after seeing {@code now} whether the condition is there. */
  Held next(boolean seen, long now, long onMillis, long offMillis) {
    if (seen == on) {
      return since == NOT ? this : of(on);
    }
    long start = since == NOT ? now : since;
    boolean lasted = now - start >= (seen ? onMillis : offMillis);
    if (lasted) {
      return of(seen);
    }
    return since == NOT ? new Held(on, start) : this;
  }
}
