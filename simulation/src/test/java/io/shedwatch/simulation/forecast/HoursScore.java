package io.shedwatch.simulation.forecast;

import java.util.Locale;

/** Brier scores of "full at that hour" beside those of two simple sayings, by hours ahead. */
final class HoursScore {
  private final double[][] sums = new double[3][12];
  private final int[] counts = new int[12];

  /**
   * One saying and its truth.
   *
   * @param hour hours ahead, from 0 for the next full hour
   */
  void add(int hour, double chance, boolean now, boolean lastWeek, boolean truth) {
    double happened = truth ? 1 : 0;
    counts[hour]++;
    sums[0][hour] += square(chance - happened);
    sums[1][hour] += square((lastWeek ? 1 : 0) - happened);
    sums[2][hour] += square((now ? 1 : 0) - happened);
  }

  private static double square(double value) {
    return value * value;
  }

  /** The forecast's. */
  double forecast() {
    return mean(0);
  }

  double lastWeek() {
    return mean(1);
  }

  double persistence() {
    return mean(2);
  }

  private double mean(int which) {
    double sum = 0;
    int count = 0;
    for (int hour = 0; hour < counts.length; hour++) {
      sum += sums[which][hour];
      count += counts[hour];
    }
    return sum / count;
  }

  /** A table: hours ahead, count, forecast, last week, persistence. */
  String table() {
    StringBuilder table = new StringBuilder();
    for (int hour : new int[] {0, 1, 2, 3, 5, 7, 9, 11}) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %d | %d | %.3f | %.3f | %.3f |%n",
              hour + 1,
              counts[hour],
              sums[0][hour] / counts[hour],
              sums[1][hour] / counts[hour],
              sums[2][hour] / counts[hour]));
    }
    return table
        + String.format(
            Locale.ROOT, "| all | | %.3f | %.3f | %.3f |%n", forecast(), lastWeek(), persistence());
  }
}
