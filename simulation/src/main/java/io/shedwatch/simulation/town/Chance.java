package io.shedwatch.simulation.town;

import java.util.SplittableRandom;

/** Seeded chance: the same seed gives the same town. Not thread-safe. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed) {
    this(new SplittableRandom(seed));
  }

  private Chance(SplittableRandom random) {
    this.random = random;
  }

  /** An independent stream, so that one more draw here moves nothing there. */
  Chance split() {
    return new Chance(random.split());
  }

  /** Uniform in 0 (included) to 1 (excluded). */
  double share() {
    return random.nextDouble();
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  double oneOf(double... choices) {
    return choices[random.nextInt(choices.length)];
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Normal by the polar-free sum of twelve uniforms: within six standard deviations by nature. */
  double normal(double mean, double deviation) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return mean + deviation * sum;
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }
}
