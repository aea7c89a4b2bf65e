package io.shedwatch.simulation.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What one socket draws for some hours, at one sample a second. Charges are measured with 5 to 10
 * minutes between two rows; the line between the rows, the noise and the two-stage chargers are
 * made up.
 *
 * @param kind what it is, for the table
 * @param shared whether several chargers hang on the socket at a time
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ChargeMix(String kind, boolean shared, double[] watts) {
  private static final int SECONDS = 4 * 3_600;

  /** Several measured charges, started 2 to 40 minutes apart, each within its first 20 minutes. */
  static ChargeMix shared(List<LoadTrace> traces, int chargers, Random random) {
    double[] watts = new double[SECONDS];
    double start = 300;
    for (int i = 0; i < chargers; i++) {
      add(watts, traces.get(random.nextInt(traces.size())), start, random);
      start += 120 + random.nextDouble() * 2_280;
    }
    return new ChargeMix(chargers + " chargers", true, noisy(watts, random));
  }

  /** One measured charge. */
  static ChargeMix single(List<LoadTrace> traces, Random random) {
    double[] watts = new double[SECONDS];
    add(watts, traces.get(random.nextInt(traces.size())), 300, random);
    return new ChargeMix("1 charger", false, noisy(watts, random));
  }

  /** One bike after the other, 10 to 90 s apart: too short for the agent to see a free socket. */
  static ChargeMix swapped(List<LoadTrace> traces, Random random) {
    double[] watts = new double[SECONDS];
    add(watts, traces.get(random.nextInt(traces.size())), 300, random);
    int gone = 1_800 + random.nextInt(5_400);
    java.util.Arrays.fill(watts, gone, SECONDS, 0);
    double factor = 1 + random.nextDouble() * 2;
    double[] second = new double[SECONDS];
    add(
        second,
        traces.get(random.nextInt(traces.size())),
        gone + 10.0 + random.nextInt(80),
        random);
    for (int i = 0; i < SECONDS; i++) {
      watts[i] += factor * second[i];
    }
    return new ChargeMix("1 charger after another", false, noisy(watts, random));
  }

  /**
   * One charger of 200 to 600 W with two stages: a first one of 5 to 33 % for 1 to 20 minutes
   * before the main one, or a lower one of 30 to 70 % after it, then the taper.
   */
  static ChargeMix twoStage(Random random) {
    double[] watts = new double[SECONDS];
    double main = 200 + random.nextDouble() * 400;
    boolean firstLow = random.nextBoolean();
    double low =
        main * (firstLow ? 0.05 + random.nextDouble() * 0.28 : 0.3 + random.nextDouble() * 0.4);
    double lowSeconds = 60 + random.nextDouble() * 1_140;
    double mainSeconds = 1_800 + random.nextDouble() * 5_400;
    double rise = 0.01 + random.nextDouble() * 0.07;
    double tau = 1_900 + random.nextDouble() * 2_000;
    for (int i = 300; i < SECONDS; i++) {
      double second = i - 300.0;
      double at = firstLow ? second - lowSeconds : second;
      double plateau = main * (1 + rise * Math.min(1, Math.max(0, at) / mainSeconds));
      if (at < 0) {
        watts[i] = low;
      } else if (at < mainSeconds) {
        watts[i] = plateau;
      } else if (!firstLow && at < mainSeconds + lowSeconds) {
        watts[i] = low;
      } else {
        double from = firstLow ? plateau : low;
        double begun = mainSeconds + (firstLow ? 0 : lowSeconds);
        watts[i] = from * Math.exp(-(at - begun) / tau);
      }
    }
    return new ChargeMix("1 two-stage charger", false, noisy(watts, random));
  }

  /** A few hundred of all kinds, half of them shared. */
  static List<ChargeMix> draw(List<LoadTrace> traces, int each, long seed) {
    List<ChargeMix> mixes = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      Random random = new Random(seed * 1_000 + i);
      mixes.add(shared(traces, 2, random));
      mixes.add(shared(traces, 3, random));
      mixes.add(i % 3 == 0 ? single(traces, random) : twoStage(random));
      mixes.add(i % 3 == 1 ? swapped(traces, random) : twoStage(random));
    }
    return mixes;
  }

  private static void add(double[] watts, LoadTrace trace, double start, Random random) {
    double into = random.nextDouble() * 1_200;
    for (int i = (int) start; i < watts.length; i++) {
      watts[i] += trace.interpolated(i - start + into);
    }
  }

  /** 0.5 W and 0.5 %, as cheap meters have it. */
  private static double[] noisy(double[] watts, Random random) {
    double[] noisy = new double[watts.length];
    for (int i = 0; i < watts.length; i++) {
      double sigma = 0.5 + 0.005 * watts[i];
      noisy[i] = watts[i] == 0 ? 0 : Math.max(0, watts[i] + random.nextGaussian() * sigma);
    }
    return noisy;
  }
}
