package io.shedwatch.simulation.forecast;

import java.util.Arrays;
import java.util.Locale;

/** How often it happened when so much was told (a reliability table). */
final class Calibration {
  /** Upper ends of the classes; most chances are near 0 or 1, so classes are narrower there. */
  private static final double[] ENDS = {0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98, 1};

  private final int[] counts = new int[ENDS.length];
  private final double[] told = new double[ENDS.length];
  private final int[] happened = new int[ENDS.length];

  void add(double chance, boolean truth) {
    int at = 0;
    while (at < ENDS.length - 1 && chance > ENDS[at]) {
      at++;
    }
    counts[at]++;
    told[at] += chance;
    happened[at] += truth ? 1 : 0;
  }

  /** Mean distance between told and happened, classes weighed by their forecasts. */
  double error() {
    double sum = 0;
    for (int at = 0; at < ENDS.length; at++) {
      sum += Math.abs(told[at] - happened[at]);
    }
    return sum / Arrays.stream(counts).sum();
  }

  /** The largest distance of a class with at least so many forecasts. */
  double worst(int least) {
    double worst = 0;
    for (int at = 0; at < ENDS.length; at++) {
      if (counts[at] >= least) {
        worst = Math.max(worst, Math.abs(told[at] - happened[at]) / counts[at]);
      }
    }
    return worst;
  }

  /** A table: class, forecasts, mean told, share that happened. */
  String table() {
    StringBuilder table = new StringBuilder();
    for (int at = 0; at < ENDS.length; at++) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %.0f to %.0f %% | %d | %.1f %% | %.1f %% |%n",
              at == 0 ? 0 : 100 * ENDS[at - 1],
              100 * ENDS[at],
              counts[at],
              100 * told[at] / Math.max(1, counts[at]),
              100.0 * happened[at] / Math.max(1, counts[at])));
    }
    return table.toString();
  }
}
