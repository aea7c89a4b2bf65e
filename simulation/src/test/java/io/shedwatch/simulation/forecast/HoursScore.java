package io.shedwatch.simulation.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** Brier scores of "full at that hour" beside those of simple sayings, by hours ahead. */
final class HoursScore {
  /** What is told of a coming hour. */
  enum Saying {
    FORECAST,
    /** Share of the last four weeks in which the shed was full at that hour of that weekday. */
    FOUR_WEEKS,
    /** Share of the last 28 days in which the shed was full at that hour, whatever the weekday. */
    SAME_HOUR,
    LAST_WEEK,
    AS_NOW
  }

  private final double[][] sums = new double[Saying.values().length][12];
  private final int[] counts = new int[12];
  private final Calibration calibration = new Calibration();

  /**
   * All sayings of one hour and its truth.
   *
   * @param hour hours ahead, from 0 for the next full hour
   * @param told chances, in the order of {@link Saying}
   */
  void add(int hour, double[] told, boolean truth) {
    counts[hour]++;
    for (int saying = 0; saying < told.length; saying++) {
      double error = told[saying] - (truth ? 1 : 0);
      sums[saying][hour] += error * error;
    }
    calibration.add(told[Saying.FORECAST.ordinal()], truth);
  }

  /** Whether what is told as 30 % happens three times in ten. */
  Calibration calibration() {
    return calibration;
  }

  double brier(Saying saying) {
    return Arrays.stream(sums[saying.ordinal()]).sum() / Arrays.stream(counts).sum();
  }

  /** The best of the simple ones. */
  Saying bestSimple() {
    return Arrays.stream(Saying.values())
        .filter(one -> one != Saying.FORECAST)
        .min(Comparator.comparingDouble(this::brier))
        .orElseThrow();
  }

  /** A table: hours ahead, count, and one column a saying. */
  String table() {
    StringBuilder table = new StringBuilder();
    for (int hour : new int[] {0, 1, 2, 3, 5, 7, 9, 11}) {
      table.append("| ").append(hour + 1).append(" | ").append(counts[hour]).append(" |");
      for (double[] sum : sums) {
        table.append(String.format(Locale.ROOT, " %.3f |", sum[hour] / counts[hour]));
      }
      table.append('\n');
    }
    table.append("| all | |");
    for (Saying saying : Saying.values()) {
      table.append(String.format(Locale.ROOT, " %.3f |", brier(saying)));
    }
    return table.append('\n').toString();
  }
}
