package io.shedwatch.server.pressure;

import java.util.Arrays;
import java.util.List;

/**
 * The week's rhythm: the logarithm of arrivals per exposure is one smooth daily curve for working
 * days, one for the weekend, and a level for each day of the week. Penalised Poisson likelihood
 * with cyclic second differences (Eilers and Marx, 1996), by Newton's method; slots without
 * exposure get what their neighbours and the other curve say.
 */
final class Rhythm {
  private static final int SLOTS = WeekClock.SLOTS_A_DAY;
  private static final int DAYS = 7;
  static final int UNKNOWNS = 2 * SLOTS + DAYS;
  private static final int FIRST_WEEKEND_DAY = 5;
  private static final double LIKE_EACH_OTHER = 4;
  private static final double ROUGHNESS = 30;
  private static final double LEVEL = 2;
  private static final double MOST_STEP = 2;

  /**
   * Where nobody was seen one arrival in so much time is assumed: 0.3 a day and household. Beside a
   * day of real arrivals it is nothing.
   */
  static final double PRIOR_HOUSEHOLD_HOURS = 80;

  private static final double PRIOR = -Math.log(PRIOR_HOUSEHOLD_HOURS);
  private static final double PRIOR_STRENGTH = 1e-6;

  private final double[] unknowns = new double[UNKNOWNS];
  private final double[] factor = new double[WeekClock.SLOTS_A_WEEK];

  Rhythm() {
    Arrays.fill(factor, 1);
  }

  /** As {@link #unknowns} told it. */
  Rhythm(List<Double> from) {
    for (int i = 0; i < UNKNOWNS; i++) {
      unknowns[i] = from.get(i);
    }
    apply();
  }

  List<Double> unknowns() {
    return Arrays.stream(unknowns).boxed().toList();
  }

  Rhythm copy() {
    Rhythm copy = new Rhythm();
    System.arraycopy(unknowns, 0, copy.unknowns, 0, UNKNOWNS);
    System.arraycopy(factor, 0, copy.factor, 0, factor.length);
    return copy;
  }

  /** Arrivals per exposure of a slot of the week. */
  double at(int slotOfWeek) {
    return factor[slotOfWeek];
  }

  /** Multiplies the whole rhythm. */
  void scale(double by) {
    for (int i = 0; i < factor.length; i++) {
      factor[i] *= by;
    }
    for (int i = 0; i < 2 * SLOTS; i++) {
      unknowns[i] += Math.log(by);
    }
  }

  /**
   * Takes one Newton step towards the penalised maximum.
   *
   * @param arrivals by slot of the week
   * @param exposure by slot of the week
   */
  void improve(double[] arrivals, double[] exposure) {
    double[] gradient = new double[UNKNOWNS];
    double[][] hessian = new double[UNKNOWNS][UNKNOWNS];
    for (int slot = 0; slot < factor.length; slot++) {
      int day = slot / SLOTS;
      int curve = (day >= FIRST_WEEKEND_DAY ? SLOTS : 0) + slot % SLOTS;
      int level = 2 * SLOTS + day;
      double expected = exposure[slot] * factor[slot];
      double residual = arrivals[slot] - expected;
      gradient[curve] += residual;
      gradient[level] += residual;
      hessian[curve][curve] += expected;
      hessian[level][level] += expected;
      hessian[level][curve] += expected;
    }
    penalise(gradient, hessian);
    double[] step = Cholesky.solve(hessian, gradient);
    for (int i = 0; i < UNKNOWNS; i++) {
      unknowns[i] += Math.max(-MOST_STEP, Math.min(MOST_STEP, step[i]));
    }
    apply();
  }

  private void apply() {
    for (int slot = 0; slot < factor.length; slot++) {
      int day = slot / SLOTS;
      int curve = (day >= FIRST_WEEKEND_DAY ? SLOTS : 0) + slot % SLOTS;
      factor[slot] = Math.exp(unknowns[curve] + unknowns[2 * SLOTS + day]);
    }
  }

  /** Only the lower triangle is filled. */
  private void penalise(double[] gradient, double[][] hessian) {
    for (int curve = 0; curve < 2; curve++) {
      for (int i = 0; i < SLOTS; i++) {
        int[] at = {
          curve * SLOTS + (i + SLOTS - 1) % SLOTS,
          curve * SLOTS + i,
          curve * SLOTS + (i + 1) % SLOTS
        };
        penalty(gradient, hessian, at, new double[] {1, -2, 1}, ROUGHNESS);
      }
    }
    for (int i = 0; i < SLOTS; i++) {
      penalty(gradient, hessian, new int[] {i, SLOTS + i}, new double[] {1, -1}, LIKE_EACH_OTHER);
      gradient[i] -= PRIOR_STRENGTH * (unknowns[i] - PRIOR);
      hessian[i][i] += PRIOR_STRENGTH;
    }
    for (int day = 0; day < DAYS; day++) {
      penalty(gradient, hessian, new int[] {2 * SLOTS + day}, new double[] {1}, LEVEL);
    }
  }

  private void penalty(
      double[] gradient, double[][] hessian, int[] at, double[] weights, double strength) {
    double value = 0;
    for (int i = 0; i < at.length; i++) {
      value += weights[i] * unknowns[at[i]];
    }
    for (int i = 0; i < at.length; i++) {
      gradient[at[i]] -= strength * weights[i] * value;
      for (int j = 0; j < at.length; j++) {
        if (at[j] <= at[i]) {
          hessian[at[i]][at[j]] += strength * weights[i] * weights[j];
        }
      }
    }
  }
}
