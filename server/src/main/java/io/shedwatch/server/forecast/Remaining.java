package io.shedwatch.server.forecast;

/**
 * The time that a charge under way still needs, as a distribution.
 *
 * @param quantiles minutes, rising, at (i + 0.5) / n
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed after it is made.
record Remaining(double[] quantiles) {
  private static final double MILLIS_PER_MINUTE = 60_000;

  /** The minutes that are not exceeded with probability {@code share}. */
  double at(double share) {
    double place = share * quantiles.length - 0.5;
    int low = (int) Math.max(0, Math.min(quantiles.length - 1, Math.floor(place)));
    int high = Math.min(quantiles.length - 1, low + 1);
    double part = Math.max(0, Math.min(1, place - low));
    return quantiles[low] + part * (quantiles[high] - quantiles[low]);
  }

  Expected expected(long now) {
    return new Expected(
        now + Math.round(at(0.5) * MILLIS_PER_MINUTE),
        now + Math.round(at(0.1) * MILLIS_PER_MINUTE),
        now + Math.round(at(0.9) * MILLIS_PER_MINUTE));
  }
}
