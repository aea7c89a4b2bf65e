package io.shedwatch.server.pressure.effect;

/**
 * Seven days, counted from the day of the measure.
 *
 * @param week 0 begins with the measure, −1 ends before it
 * @param days that count: those on which every shed of the comparison was seen
 */
public record WeekRatio(int week, int days, double treated, double controls) {
  /** Half a count on both sides, so that a week of none has a logarithm. */
  double log() {
    return Math.log((treated + 0.5) / (controls + 0.5));
  }

  /** What chance alone does to {@link #log} of independent counts. */
  double poissonVariance() {
    return 1 / (treated + 0.5) + 1 / (controls + 0.5);
  }
}
