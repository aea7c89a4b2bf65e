package io.shedwatch.simulation.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

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

  private static final List<Saying> SAYINGS = List.of(Saying.values());

  private final Map<Saying, double[]> sums = new EnumMap<>(Saying.class);
  private final int[] counts = new int[12];
  private final Calibration calibration = new Calibration();

  HoursScore() {
    SAYINGS.forEach(saying -> sums.put(saying, new double[counts.length]));
  }

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
      sumsOf(SAYINGS.get(saying))[hour] += error * error;
    }
    calibration.add(told[SAYINGS.indexOf(Saying.FORECAST)], truth);
  }

  private double[] sumsOf(Saying saying) {
    return Objects.requireNonNull(sums.get(saying));
  }

  /** Whether what is told as 30 % happens three times in ten. */
  Calibration calibration() {
    return calibration;
  }

  double brier(Saying saying) {
    return Arrays.stream(sumsOf(saying)).sum() / Arrays.stream(counts).sum();
  }

  /** The best of the simple ones. */
  Saying bestSimple() {
    return SAYINGS.stream()
        .filter(one -> one != Saying.FORECAST)
        .min(Comparator.comparingDouble(this::brier))
        .orElseThrow();
  }

  /** A table: hours ahead, count, and one column a saying. */
  String table() {
    StringBuilder table = new StringBuilder();
    for (int hour : new int[] {0, 1, 2, 3, 5, 7, 9, 11}) {
      table.append("| ").append(hour + 1).append(" | ").append(counts[hour]).append(" |");
      for (double[] sum : sums.values()) {
        table.append(String.format(Locale.ROOT, " %.3f |", sum[hour] / counts[hour]));
      }
      table.append('\n');
    }
    table.append("| all | |");
    for (Saying saying : SAYINGS) {
      table.append(String.format(Locale.ROOT, " %.3f |", brier(saying)));
    }
    return table.append('\n').toString();
  }
}
