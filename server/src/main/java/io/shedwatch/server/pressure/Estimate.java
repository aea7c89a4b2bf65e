package io.shedwatch.server.pressure;

/** A number with the interval that should hold it nine times out of ten. */
public record Estimate(double estimate, double low, double high) {
  private static final double Z90 = 1.6449;

  /**
   * Gamma quantiles by Wilson and Hilferty (1931): never below zero, skewed where numbers are
   * small.
   */
  public static Estimate of(double mean, double variance) {
    if (mean <= 0) {
      return new Estimate(0, 0, 0);
    }
    double ninth = variance / (9 * mean * mean);
    double middle = 1 - ninth;
    double low = Math.max(0, middle - Z90 * Math.sqrt(ninth));
    double high = Math.max(0, middle + Z90 * Math.sqrt(ninth));
    return new Estimate(
        mean, Math.min(mean, mean * low * low * low), Math.max(mean, mean * high * high * high));
  }
}
