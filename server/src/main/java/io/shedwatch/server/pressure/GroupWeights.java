package io.shedwatch.server.pressure;

import java.util.Arrays;
import java.util.List;

/**
 * Demand per household of each group against the mean. Gamma-Poisson shrinkage: the weight is (seen
 * + alpha) / (expected + alpha); alpha, what the household count is worth in arrivals, is the one
 * of a few under which what was seen is most likely (empirical Bayes).
 */
final class GroupWeights {
  private static final double[] ALPHAS = {4, 8, 16, 32, 64, 128, 256, 512};
  private static final double FIXED_ALPHA = 16;

  private final double[] size;
  private final double[] weight;
  private final double[] seen;
  private double alpha = FIXED_ALPHA;

  GroupWeights(WalkMap map, Model.Weights kind) {
    size =
        map.groups().stream()
            .mapToDouble(
                group ->
                    kind == Model.Weights.EQUAL ? group.buildings().size() : group.households())
            .toArray();
    weight = new double[size.length];
    Arrays.fill(weight, 1);
    seen = new double[size.length];
  }

  /** Households, or buildings where only those count. */
  double size(int group) {
    return size[group];
  }

  /** Size times weight. */
  double of(int group) {
    return size[group] * weight[group];
  }

  /** Relative variance of a weight, as its gamma posterior has it. */
  double relativeVariance(int group) {
    return 1 / (alpha + seen[group]);
  }

  double alpha() {
    return alpha;
  }

  /** Size times weight of every group. */
  double[] all() {
    double[] all = new double[size.length];
    for (int group = 0; group < all.length; group++) {
      all[group] = of(group);
    }
    return all;
  }

  List<Double> weights() {
    return Arrays.stream(weight).boxed().toList();
  }

  void startFrom(Start start) {
    for (int group = 0; group < weight.length; group++) {
      weight[group] = start.weights().get(group);
    }
    alpha = start.alpha();
  }

  void startFrom(GroupWeights other) {
    System.arraycopy(other.weight, 0, weight, 0, weight.length);
    alpha = other.alpha;
  }

  /**
   * Sets weights; their mean over households becomes 1.
   *
   * @param arrivals by group
   * @param exposure arrivals expected at weight 1, by group
   * @return the mean by which they were divided
   */
  double improve(double[] arrivals, double[] exposure) {
    System.arraycopy(arrivals, 0, seen, 0, seen.length);
    alpha = likeliest(arrivals, exposure);
    double before = 0;
    double after = 0;
    for (int group = 0; group < weight.length; group++) {
      weight[group] = (arrivals[group] + alpha) / (exposure[group] + alpha);
      before += size[group];
      after += size[group] * weight[group];
    }
    for (int group = 0; group < weight.length; group++) {
      weight[group] *= before / after;
    }
    return after / before;
  }

  private static double likeliest(double[] arrivals, double[] exposure) {
    double best = FIXED_ALPHA;
    double most = Double.NEGATIVE_INFINITY;
    for (double alpha : ALPHAS) {
      double sum = 0;
      for (int group = 0; group < arrivals.length; group++) {
        sum +=
            alpha * Math.log(alpha)
                - Gamma.log(alpha)
                + Gamma.log(alpha + arrivals[group])
                - (alpha + arrivals[group]) * Math.log(alpha + exposure[group]);
      }
      if (sum > most) {
        most = sum;
        best = alpha;
      }
    }
    return best;
  }
}
