package io.shedwatch.server.pressure.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Sheds with a known truth: Poisson counts; means of 8 to 20 a day that differ by shed, a weekly
 * rhythm, days that differ by 20 % for all alike, and for each shed weeks that wander by 4 % with
 * half of the last week's deviation kept.
 *
 * @param sheds counts by day; the first {@code treated} had the measure
 */
record EffectTown(List<Counts> sheds, int treated) {
  private static final int SHEDS = 17;
  private static final int COMPARED = 8;
  private static final double[] WEEKDAY = {1.05, 1, 1, 1, 1.1, 0.95, 0.9};

  List<Counts> own() {
    return sheds.subList(0, treated);
  }

  /** Eight of those that the measure cannot reach. */
  List<Counts> others() {
    return sheds.subList(SHEDS - COMPARED, SHEDS);
  }

  /**
   * A town.
   *
   * @param measure day from which on the treated count {@code 1 + change} times as much
   */
  static EffectTown of(long seed, int treated, int days, int measure, double change) {
    Random chance = new Random(seed);
    double[] common = IntStream.range(0, days).mapToDouble(d -> around(chance, 0.2)).toArray();
    List<Counts> sheds = new ArrayList<>();
    for (int shed = 0; shed < SHEDS; shed++) {
      double mean = 8 + 12 * chance.nextDouble();
      double drift = 0.04 * chance.nextGaussian();
      List<Double> counts = new ArrayList<>();
      for (int day = 0; day < days; day++) {
        if (day % 7 == 0) {
          drift = 0.5 * drift + 0.04 * Math.sqrt(0.75) * chance.nextGaussian();
        }
        double rate = mean * WEEKDAY[day % 7] * common[day] * Math.exp(drift);
        if (shed < treated && day >= measure) {
          rate *= 1 + change;
        }
        counts.add((double) poisson(chance, rate));
      }
      sheds.add(new Counts(String.format("s%02d", shed + 1), counts));
    }
    return new EffectTown(sheds, treated);
  }

  /** Mean 1. */
  private static double around(Random chance, double deviation) {
    return Math.exp(deviation * chance.nextGaussian() - deviation * deviation / 2);
  }

  private static int poisson(Random chance, double mean) {
    int count = 0;
    for (double time = -Math.log(1 - chance.nextDouble());
        time < mean;
        time -= Math.log(1 - chance.nextDouble())) {
      count++;
    }
    return count;
  }
}
