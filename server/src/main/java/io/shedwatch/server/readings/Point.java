package io.shedwatch.server.readings;

/**
 * One bucket of a series. {@code NaN} where nothing was measured. Means are weighted by time held,
 * since readings come by exception.
 *
 * @param at epoch milliseconds of the bucket's start
 * @param wattHours energy of the bucket from consecutive counters, Wh; survives meter resets
 */
public record Point(
    long at,
    double wattsMean,
    double wattsMin,
    double wattsMax,
    double amperesMean,
    double amperesMax,
    double voltsMean,
    double celsiusMax,
    double wattHours) {}
