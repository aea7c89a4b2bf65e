package io.shedwatch.server.pressure;

import java.util.Arrays;

/**
 * Days differ by more than chance: weather, holidays, weeks that change. Each day has a gamma level
 * around the trend of the weeks around it; the spread of levels is set by moments (as in negative
 * binomial regression), the levels are posterior means.
 */
final class DayLevels {
  private static final double TREND_DAYS = 10;
  private static final double TREND_PRIOR = 20;
  private static final double LEAST_SHAPE = 2;
  private static final double MOST_SHAPE = 10_000;

  private final double[] dayWeights;
  private final double[] level;
  private double[] trend;
  private double shape = 50;

  /**
   * @param dayWeights how often each day counts
   */
  DayLevels(double[] dayWeights) {
    this.dayWeights = dayWeights;
    level = new double[dayWeights.length];
    Arrays.fill(level, 1);
    trend = level.clone();
  }

  double of(int day) {
    return level[day];
  }

  /** Shape of the gamma distribution around the trend; large: days do not differ. */
  double shape() {
    return shape;
  }

  void startFrom(DayLevels other) {
    System.arraycopy(other.level, 0, level, 0, level.length);
    trend = other.trend.clone();
    shape = other.shape;
  }

  /**
   * Sets levels; their mean becomes 1.
   *
   * @param arrivals by day, times the day's weight
   * @param exposure arrivals expected at level 1, times the day's weight
   * @return the mean by which they were divided
   */
  double improve(double[] arrivals, double[] exposure) {
    trend = trend(arrivals, exposure);
    shape = shape(arrivals, exposure);
    double sum = 0;
    for (int day = 0; day < level.length; day++) {
      double times = Math.max(1, dayWeights[day]);
      level[day] = (shape * trend[day] + arrivals[day] / times) / (shape + exposure[day] / times);
      sum += level[day];
    }
    double mean = sum / level.length;
    for (int day = 0; day < level.length; day++) {
      level[day] /= mean;
      trend[day] /= mean;
    }
    return mean;
  }

  private double shape(double[] arrivals, double[] exposure) {
    double excess = 0;
    double squares = 0;
    for (int day = 0; day < level.length; day++) {
      double times = dayWeights[day];
      if (times > 0) {
        double expected = trend[day] * exposure[day] / times;
        double difference = arrivals[day] / times - expected;
        excess += times * (difference * difference - expected);
        squares += times * expected * expected;
      }
    }
    return Math.min(MOST_SHAPE, Math.max(LEAST_SHAPE, squares / Math.max(1e-9, excess)));
  }

  private static double[] trend(double[] arrivals, double[] exposure) {
    double[] trend = new double[arrivals.length];
    int reach = (int) (4 * TREND_DAYS);
    for (int day = 0; day < trend.length; day++) {
      double seen = TREND_PRIOR;
      double expected = TREND_PRIOR;
      int until = Math.min(trend.length, day + reach + 1);
      for (int other = Math.max(0, day - reach); other < until; other++) {
        double far = (other - day) / TREND_DAYS;
        double near = Math.exp(-far * far / 2);
        seen += near * arrivals[other];
        expected += near * exposure[other];
      }
      trend[day] = seen / expected;
    }
    return trend;
  }

  /**
   * What to add to a day's log likelihood at its level to have it with the level integrated out.
   *
   * @param arrivals by day, times the day's weight
   * @param exposure arrivals expected at level 1, times the day's weight
   */
  double[] marginal(double[] arrivals, double[] exposure) {
    double[] more = new double[level.length];
    for (int day = 0; day < level.length; day++) {
      double times = dayWeights[day];
      if (times > 0) {
        double seen = arrivals[day] / times;
        double expected = exposure[day] / times;
        double prior = shape * trend[day];
        more[day] =
            prior * Math.log(shape)
                - Gamma.log(prior)
                + Gamma.log(prior + seen)
                - (prior + seen) * Math.log(shape + expected)
                - seen * Math.log(level[day])
                + expected * level[day];
      }
    }
    return more;
  }
}
