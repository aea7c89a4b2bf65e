package io.shedwatch.server.pressure;

/**
 * What is assumed about people.
 *
 * @param weights what tells groups apart
 * @param kappa how much those who came already lower the number who still come, see {@link
 *     Crowding}; 0: not at all
 * @param retries whether people who found nothing come back in the same evening
 * @param dayLevels whether days differ by more than chance
 */
record Model(Weights weights, double kappa, boolean retries, boolean dayLevels) {

  /** What tells groups apart. */
  enum Weights {
    /** Households, and what was seen of each group. */
    SEEN,
    /** Households only: a baseline. */
    HOUSEHOLDS,
    /** All buildings alike: a baseline. */
    EQUAL
  }

  /** Plain Poisson arrivals: the first trials' method. */
  static final Model PLAIN = new Model(Weights.SEEN, 0, false, false);

  /** The product's, before kappa is chosen. */
  static final Model FULL = new Model(Weights.SEEN, 0, true, true);

  Model kappa(double value) {
    return new Model(weights, value, retries, dayLevels);
  }

  Model weights(Weights value) {
    return new Model(value, kappa, retries, dayLevels);
  }

  Model retries(boolean value) {
    return new Model(weights, kappa, value, dayLevels);
  }

  Model dayLevels(boolean value) {
    return new Model(weights, kappa, retries, value);
  }
}
