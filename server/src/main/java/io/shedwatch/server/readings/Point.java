package io.shedwatch.server.readings;

/**
 * One bucket of a series. {@code NaN} where nothing was measured. Means are weighted by time held,
 * since readings come by exception.
 *
 * @param at epoch milliseconds of the bucket's start
 * @param heldMillis milliseconds of the bucket for which some reading held: the weight of its means
 * @param wattsMean of a whole shed: the sum over its sockets
 * @param wattsMin of a whole shed: the sum of the sockets' minima, a bound below the true minimum
 * @param wattsMax of a whole shed: the sum of the sockets' maxima, a bound above the true maximum
 * @param wattHours energy of the bucket from consecutive counters, Wh; survives meter resets
 */
public record Point(
    long at,
    long heldMillis,
    double wattsMean,
    double wattsMin,
    double wattsMax,
    double amperesMean,
    double amperesMax,
    double voltsMean,
    double celsiusMax,
    double wattHours) {
  /** Energy alone, to be merged into the point of the same bucket. */
  static Point ofEnergy(long at, double wattHours) {
    double none = Double.NaN;
    return new Point(at, 0, none, none, none, none, none, none, none, wattHours);
  }
}
