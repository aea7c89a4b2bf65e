package io.shedwatch.server.patrol;

import io.shedwatch.server.pressure.Estimate;
import java.util.Collection;

/**
 * Wires expected at a building, learned from patrols. The number standing at a visit is Poisson
 * with mean {@code e × s × θ}: {@code e} what pressure lets expect, {@code s} the site's factor
 * (how many of its turned away run a wire, against the guess), θ the building's own, a gamma
 * variable of mean 1 and shape {@link #SHAPE}. After finding {@code n} wires where {@code Σe} were
 * expected, θ is gamma with shape SHAPE + n and rate SHAPE + s Σe (the conjugate prior of Poisson
 * counts): a patrol that finds nothing lowers it, and a building where little was expected loses
 * little. Without the site's factor, buildings that were visited would stand below or above all
 * others only because the guess is too high or too low.
 *
 * @param found wires found, older ones counting less
 * @param expected wires that were expected at the same visits by pressure alone, counted alike
 */
public record WireRate(double found, double expected) {
  /**
   * Six wires' worth of belief in the pressure map: of 2, 4, 6, 10 and 20 the best in towns of
   * seeds 1 to 16; all were within 3 %.
   */
  static final double SHAPE = 6;

  /** Three wires' worth of belief in the guess of how many run one. */
  static final double SITE_SHAPE = 3;

  /**
   * Findings count half as much after so many days: habits change, and wires that were cut move.
   */
  static final double HALF_LIFE_DAYS = 30;

  public static final WireRate UNKNOWN = new WireRate(0, 0);

  /** Adds one visit. */
  public WireRate visit(int wires, double wereExpected, double daysAgo) {
    double weight = Math.pow(0.5, Math.max(0, daysAgo) / HALF_LIFE_DAYS);
    return plus(new WireRate(weight * wires, weight * wereExpected));
  }

  public WireRate plus(WireRate other) {
    return new WireRate(found + other.found, expected + other.expected);
  }

  /** The site's factor, from the visits of all its buildings. */
  public static double siteFactor(Collection<WireRate> buildings) {
    WireRate all = buildings.stream().reduce(UNKNOWN, WireRate::plus);
    return (SITE_SHAPE + all.found) / (SITE_SHAPE + all.expected);
  }

  /** The building's own factor, against what pressure and the site's factor let expect. */
  double factor(double siteFactor) {
    return (SHAPE + found) / (SHAPE + siteFactor * expected);
  }

  /**
   * Wires that one visit is expected to find, with the interval of nine in ten visits' mean.
   *
   * @param byPressure what pressure alone lets expect
   */
  public Estimate wires(double byPressure, double siteFactor) {
    double mean = byPressure * siteFactor * factor(siteFactor);
    return Estimate.of(mean, mean * mean / (SHAPE + found));
  }
}
