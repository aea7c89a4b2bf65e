package io.shedwatch.server.patrol;

import io.shedwatch.server.pressure.Estimate;

/**
 * Wires expected at a building, learned from patrols. The number standing at a visit is Poisson
 * with mean {@code e × θ}: {@code e} what pressure lets expect, θ the building's own factor, a
 * gamma variable of mean 1 and shape {@link #SHAPE}. After finding {@code n} wires where {@code Σe}
 * were expected, θ is gamma with shape SHAPE + n and rate SHAPE + Σe (the conjugate prior of
 * Poisson counts): a patrol that finds nothing lowers it, and a building where little was expected
 * loses little.
 *
 * @param found wires found, older ones counting less
 * @param expected wires that were expected at the same visits, counted alike
 */
public record WireRate(double found, double expected) {
  /** Two wires' worth of belief in the pressure map. */
  static final double SHAPE = 2;

  /**
   * Findings count half as much after so many days: habits change, and wires that were cut move.
   */
  static final double HALF_LIFE_DAYS = 30;

  public static final WireRate UNKNOWN = new WireRate(0, 0);

  /** Adds one visit. */
  public WireRate visit(int wires, double wereExpected, double daysAgo) {
    double weight = Math.pow(0.5, Math.max(0, daysAgo) / HALF_LIFE_DAYS);
    return new WireRate(found + weight * wires, expected + weight * wereExpected);
  }

  /** The building's factor against what pressure lets expect. */
  public double factor() {
    return (SHAPE + found) / (SHAPE + expected);
  }

  /** Wires that one visit is expected to find, with the interval of nine in ten visits' mean. */
  public Estimate wires(double byPressure) {
    double mean = byPressure * factor();
    return Estimate.of(mean, mean * mean / (SHAPE + found));
  }
}
