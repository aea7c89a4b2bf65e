package io.shedwatch.server.pressure;

import java.util.List;

/**
 * What a night found and the next one begins with, so that it need not begin from nothing. One day
 * more changes little.
 *
 * @param kappa see {@link Model}
 * @param wander share of people who look at another shed than the nearest first
 * @param again share of the turned away who look again
 * @param alpha what the households count is worth in arrivals
 * @param weights demand per household against the mean, by group
 * @param rhythm logarithms of the week's curves and levels
 */
public record Start(
    double kappa,
    double wander,
    double again,
    double alpha,
    List<Double> weights,
    List<Double> rhythm) {
  public Start {
    weights = List.copyOf(weights);
    rhythm = List.copyOf(rhythm);
  }

  /** Whether it can be begun with; not where groups have changed. */
  boolean fits(WalkMap map) {
    return weights.size() == map.groups().size() && rhythm.size() == Rhythm.UNKNOWNS;
  }
}
