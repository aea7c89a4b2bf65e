package io.shedwatch.server.forecast;

import java.util.List;
import java.util.OptionalDouble;

/** How often each shed was full at each hour of the day in the past weeks. Immutable. */
public final class UsualFull {
  private static final int HOURS = 24;
  private static final long HOUR_MILLIS = 3_600_000;

  /** Fewer days are not yet usual. */
  private static final int LEAST_DAYS = 7;

  private final double[][] share;
  private final int days;
  private final long offsetMillis;

  private UsualFull(double[][] share, int days, long offsetMillis) {
    this.share = share;
    this.days = days;
    this.offsetMillis = offsetMillis;
  }

  /**
   * What these charges show.
   *
   * @param sockets of each shed
   * @param span the time that the charges cover; its last whole days count
   * @param offsetMillis of the site's clock from UTC
   */
  public static UsualFull of(
      List<PastCharge> charges, int[] sockets, Arrivals.Span span, long offsetMillis) {
    int days = (int) Math.max(0, (span.until() - span.from()) / (HOURS * HOUR_MILLIS));
    long last = Math.floorDiv(span.until() - 1 + offsetMillis, HOUR_MILLIS);
    long first = last - (long) days * HOURS + 1;
    int[][] taken = new int[sockets.length][days * HOURS];
    for (PastCharge charge : charges) {
      long end = charge.endedAt() == 0 ? span.until() : charge.endedAt();
      long until = Math.min(last, Math.floorDiv(end - 1 + offsetMillis, HOUR_MILLIS));
      long from = Math.floorDiv(charge.startedAt() - 1 + offsetMillis, HOUR_MILLIS) + 1;
      for (long hour = Math.max(first, from); hour <= until; hour++) {
        taken[charge.shed()][(int) (hour - first)]++;
      }
    }
    double[][] share = new double[sockets.length][HOURS];
    for (int shed = 0; shed < sockets.length; shed++) {
      int[] full = new int[HOURS];
      for (int i = 0; i < taken[shed].length; i++) {
        full[(int) Math.floorMod(first + i, (long) HOURS)] +=
            taken[shed][i] >= sockets[shed] ? 1 : 0;
      }
      for (int hour = 0; hour < HOURS; hour++) {
        share[shed][hour] = (full[hour] + 0.5) / (days + 1);
      }
    }
    return new UsualFull(share, days, offsetMillis);
  }

  /** Share of the past days, never quite 0 or 1; empty while there are too few. */
  OptionalDouble at(int shed, long at) {
    long hour = Math.floorDiv(at + offsetMillis, HOUR_MILLIS);
    return days < LEAST_DAYS
        ? OptionalDouble.empty()
        : OptionalDouble.of(share[shed][(int) Math.floorMod(hour, (long) HOURS)]);
  }
}
