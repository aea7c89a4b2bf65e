package io.shedwatch.server.pressure;

/**
 * What is assumed about people.
 *
 * @param weights what tells groups apart
 * @param kappa how much those who came already lower the number who still come, see {@link
 *     Crowding}; 0: not at all
 * @param heavy how many of the bikes in reach one that is plugged in stands for: heavy users are
 *     plugged in more often; 0: the number of bikes is not used
 * @param retries whether people who found nothing come back in the same evening
 * @param dayLevels whether days differ by more than chance
 */
public record Model(
    Weights weights, double kappa, double heavy, boolean retries, boolean dayLevels) {

  /** What tells groups apart. */
  public enum Weights {
    /** Households, and what was seen of each group. */
    SEEN,
    /** Households only: a baseline. */
    HOUSEHOLDS,
    /** All buildings alike: a baseline. */
    EQUAL
  }

  /** Plain Poisson arrivals: the first trials' method. */
  public static final Model PLAIN = new Model(Weights.SEEN, 0, 0, false, false);

  /** The product's, before kappa is chosen. */
  public static final Model FULL = new Model(Weights.SEEN, 0, 0, true, true);

  public Model kappa(double value) {
    return new Model(weights, value, heavy, retries, dayLevels);
  }

  /** The finite source by the bikes in reach, where they are known. */
  public Model heavy(double value) {
    return new Model(weights, 1, value, retries, dayLevels);
  }

  public Model weights(Weights value) {
    return new Model(value, kappa, heavy, retries, dayLevels);
  }

  public Model retries(boolean value) {
    return new Model(weights, kappa, heavy, value, dayLevels);
  }

  Model dayLevels(boolean value) {
    return new Model(weights, kappa, heavy, retries, value);
  }
}
