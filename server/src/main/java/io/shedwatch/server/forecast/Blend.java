package io.shedwatch.server.forecast;

import java.util.List;

/**
 * A weighted sum of normal distributions of the time that remains, cut off at a least time: several
 * ways that this charge may go on. Minutes.
 */
record Blend(List<Part> parts, double leastMinutes) {
  /** How finely quantiles are kept: at (i + 0.5) / 20. */
  static final int STEPS = 20;

  private static final int HALVINGS = 18;

  /** One way that it may go on. */
  record Part(double weight, double meanMinutes, double deviationMinutes) {}

  /** What is this much less probable than the most probable way is left out. */
  private static final double NEGLIGIBLE = 1e-5;

  Blend {
    double most = parts.stream().mapToDouble(Part::weight).max().orElse(0);
    parts = parts.stream().filter(part -> part.weight() >= NEGLIGIBLE * most).toList();
  }

  /** Quantiles of the time that remains, minutes, rising; {@link #STEPS} of them. */
  double[] quantiles() {
    double low = leastMinutes;
    double high = leastMinutes + 1;
    for (Part part : parts) {
      high = Math.max(high, part.meanMinutes() + 5 * part.deviationMinutes());
    }
    double below = below(leastMinutes);
    double rest = 1 - below;
    double[] quantiles = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      double wanted = below + rest * (i + 0.5) / STEPS;
      double from = low;
      double to = high;
      for (int halving = 0; halving < HALVINGS; halving++) {
        double middle = (from + to) / 2;
        if (below(middle) < wanted) {
          from = middle;
        } else {
          to = middle;
        }
      }
      quantiles[i] = (from + to) / 2;
      low = from;
    }
    return quantiles;
  }

  private double below(double minutes) {
    double share = 0;
    double all = 0;
    for (Part part : parts) {
      all += part.weight();
      share += part.weight() * normal((minutes - part.meanMinutes()) / part.deviationMinutes());
    }
    return all > 0 ? share / all : 0;
  }

  /** The standard normal distribution (Abramowitz and Stegun 26.2.17, error below 1e-7). */
  static double normal(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double tail =
        Math.exp(-z * z / 2)
            / Math.sqrt(2 * Math.PI)
            * t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return z >= 0 ? 1 - tail : tail;
  }
}
