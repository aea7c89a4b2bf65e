package io.shedwatch.server.forecast;

import java.util.function.IntToDoubleFunction;

/**
 * A straight line through samples of a charge, by least squares.
 *
 * @param meanMinute the middle of the samples' times
 * @param level value there
 * @param slope change a minute
 * @param slopeError standard error of the slope
 * @param spread root of the sum of squared distances of the times from the middle, minutes
 * @param samples how many it was drawn through
 */
record Line(
    double meanMinute, double level, double slope, double slopeError, double spread, int samples) {
  /**
   * The line through samples {@code from} (included) to {@code to} (excluded), three at least.
   *
   * @param leastNoise standard deviation of one value that is assumed at least
   */
  static Line through(
      Charge charge, int from, int to, IntToDoubleFunction value, double leastNoise) {
    int n = to - from;
    double meanMinute = 0;
    double level = 0;
    for (int i = from; i < to; i++) {
      meanMinute += charge.minute(i) / n;
      level += value.applyAsDouble(i) / n;
    }
    double squares = 0;
    double products = 0;
    for (int i = from; i < to; i++) {
      double minute = charge.minute(i) - meanMinute;
      squares += minute * minute;
      products += minute * (value.applyAsDouble(i) - level);
    }
    double slope = squares > 0 ? products / squares : 0;
    double residuals = 0;
    for (int i = from; i < to; i++) {
      double off = value.applyAsDouble(i) - level - slope * (charge.minute(i) - meanMinute);
      residuals += off * off;
    }
    double noise = Math.max(leastNoise, Math.sqrt(residuals / Math.max(1, n - 2)));
    double error = squares > 0 ? noise / Math.sqrt(squares) : Double.POSITIVE_INFINITY;
    return new Line(meanMinute, level, slope, error, Math.sqrt(squares), n);
  }

  /** Standard error of the line at that minute. */
  double errorAt(double minute) {
    double level = slopeError * spread / Math.sqrt(samples);
    return Math.hypot(level, slopeError * (minute - meanMinute));
  }

  double at(double minute) {
    return level + slope * (minute - meanMinute);
  }
}
