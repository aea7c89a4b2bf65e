package io.shedwatch.server.pressure;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * From what sheds saw to how many found nothing. Deterministic: the same watched weeks and the same
 * seed give the same numbers.
 */
public final class Estimator {
  private static final int ROUNDS = 30;
  private static final int ROUNDS_OF_A_NIGHT = 12;
  private static final int ROUNDS_OF_A_SAMPLE = 5;

  /** A fit worse by so much is not chosen by any sample of days. */
  private static final double UNLIKELY = 20;

  private static final List<Double> KAPPAS = List.of(0.0, 0.25, 0.5, 0.75);

  /**
   * What is wrong with the model itself, as a share of the estimate: set on towns that no test
   * uses, seeds 1001 and up (docs/pressure.md).
   */
  private static final double MODEL_ERROR = 0.035;

  /** The same of one group of buildings. */
  private static final double MODEL_ERROR_OF_GROUP = 0.18;

  /** What is added where all ends of stays are guessed. */
  private static final double GUESSED_ERROR = 0.15;

  /**
   * What was watched.
   *
   * @param from epoch milliseconds
   * @param until epoch milliseconds, excluded
   * @param samples how often days are drawn again for the intervals
   * @param guessedEnds share of the stays whose end is guessed
   */
  public record Watched(
      WalkMap map,
      ZoneId zone,
      List<Stay> stays,
      List<Darkness> darkness,
      long from,
      long until,
      int samples,
      long seed,
      double guessedEnds) {

    /** All ends are known. */
    public Watched(
        WalkMap map,
        ZoneId zone,
        List<Stay> stays,
        List<Darkness> darkness,
        long from,
        long until,
        int samples,
        long seed) {
      this(map, zone, stays, darkness, from, until, samples, seed, 0);
    }
  }

  private Estimator() {}

  /** What was estimated, and what the next night may begin with. */
  public record Estimated(Pressure pressure, Start start) {}

  public static Pressure estimate(Watched watched) {
    return estimate(watched, Model.FULL);
  }

  /** By another model than the product's: what it is judged against. */
  public static Pressure estimate(Watched watched, Model model) {
    return estimate(evidence(watched), watched, model, Optional.empty()).pressure();
  }

  /**
   * A night's: begins with what the last night found. The numbers are those of a start from
   * nothing, but for what is lost in rounding to a few rounds.
   */
  public static Estimated refit(Watched watched, Optional<Start> lastNight) {
    return estimate(
        evidence(watched),
        watched,
        Model.FULL,
        lastNight.filter(start -> start.fits(watched.map())));
  }

  /** By a model of which nothing is left to choose: to compare models. */
  public static Pressure given(Watched watched, Model model) {
    Evidence evidence = evidence(watched);
    return estimated(evidence, watched, List.of(fit(evidence, model, Optional.empty()))).pressure();
  }

  private static Estimated estimate(
      Evidence evidence, Watched watched, Model model, Optional<Start> start) {
    return estimated(evidence, watched, fits(evidence, model, start));
  }

  private static Evidence evidence(Watched watched) {
    return EvidenceSweep.of(
        watched.map(),
        watched.zone(),
        watched.stays(),
        watched.darkness(),
        watched.from(),
        watched.until());
  }

  private static Estimated estimated(Evidence evidence, Watched watched, List<Fitting> fits) {
    Fitting best = likeliest(fits, once(evidence));
    double least = best.logLikelihood() - UNLIKELY;
    List<Fitting> likely = fits.stream().filter(fit -> fit.logLikelihood() > least).toList();
    double[][] sums = resample(evidence, likely, watched);
    List<WalkMap.Group> map = evidence.map.groups();
    double rate = 1.0 / (1 + evidence.arrivals()); // Of the prior, which is worth one arrival.
    double guessed = square(GUESSED_ERROR * watched.guessedEnds());
    double common = square(MODEL_ERROR_OF_GROUP) + guessed;
    double[] ofGroups = new double[evidence.groups];
    for (int group = 0; group < ofGroups.length; group++) {
      ofGroups[group] =
          rate
              + relativeVariance(sums, group)
              + best.weights().relativeVariance(group)
              + (alone(evidence) || map.get(group).tooFew()
                  ? Alone.relativeVariance(map.get(group))
                  : common);
    }
    double total =
        alone(evidence)
            ? Alone.relativeVariance(evidence.map, best.turnedAway())
            : square(MODEL_ERROR) + guessed;
    Pressure pressure =
        new Pressure(
            evidence,
            best.turnedAway(),
            best.demand(),
            rate + relativeVariance(sums, ofGroups.length) + total,
            ofGroups,
            best.weights().alpha());
    return new Estimated(pressure, best.found());
  }

  private static double square(double value) {
    return value * value;
  }

  private static double[] once(Evidence evidence) {
    double[] once = new double[evidence.clock.days()];
    Arrays.fill(once, 1);
    return once;
  }

  /** One fit for each kappa that is possible here, the likeliest of last night first. */
  private static List<Fitting> fits(Evidence evidence, Model model, Optional<Start> start) {
    if (alone(evidence)) {
      return List.of(fit(evidence, Alone.model(evidence.map, model), start));
    }
    List<Double> kappas = new ArrayList<>(KAPPAS);
    start.ifPresent(
        last -> kappas.sort(Comparator.comparingDouble(kappa -> Math.abs(kappa - last.kappa()))));
    List<Fitting> fits = new ArrayList<>();
    for (double kappa : kappas) {
      fits.add(
          fits.isEmpty()
              ? fit(evidence, model.kappa(kappa), start)
              : new Fitting(evidence, model.kappa(kappa), once(evidence))
                  .startFrom(fits.get(fits.size() - 1))
                  .run(start.isPresent() ? ROUNDS_OF_A_NIGHT / 2 : ROUNDS / 2));
    }
    return fits;
  }

  private static Fitting fit(Evidence evidence, Model model, Optional<Start> start) {
    Fitting fit = new Fitting(evidence, model, once(evidence));
    return start.isPresent()
        ? fit.startFrom(start.get()).run(ROUNDS_OF_A_NIGHT)
        : fit.start().run(ROUNDS);
  }

  static boolean alone(Evidence evidence) {
    return evidence.map.groups().stream().allMatch(WalkMap.Group::alone);
  }

  /**
   * The likeliest.
   *
   * @param times how often each day counts
   */
  private static Fitting likeliest(List<Fitting> fits, double[] times) {
    Fitting best = fits.get(0);
    for (Fitting fit : fits) {
      best = fit.logLikelihood(times) > best.logLikelihood(times) ? fit : best;
    }
    return best;
  }

  /** Turned away by sample, by group and in all; each sample chooses its own kappa. */
  private static double[][] resample(Evidence evidence, List<Fitting> fits, Watched watched) {
    SplittableRandom chance = new SplittableRandom(watched.seed());
    int days = evidence.clock.days();
    double[][] sums = new double[watched.samples()][evidence.groups + 1];
    for (double[] sum : sums) {
      double[] weights = new double[days];
      for (int i = 0; i < days; i++) {
        weights[chance.nextInt(days)]++;
      }
      Fitting chosen = likeliest(fits, weights);
      double[] turnedAway =
          new Fitting(evidence, chosen.model(), weights)
              .startFrom(chosen)
              .run(ROUNDS_OF_A_SAMPLE)
              .turnedAway();
      for (int cell = 0; cell < turnedAway.length; cell++) {
        sum[cell % evidence.groups] += turnedAway[cell];
        sum[evidence.groups] += turnedAway[cell];
      }
    }
    return sums;
  }

  private static double relativeVariance(double[][] sums, int column) {
    double mean = Arrays.stream(sums).mapToDouble(sum -> sum[column]).average().orElse(0);
    double squares =
        Arrays.stream(sums).mapToDouble(sum -> sum[column] - mean).map(d -> d * d).sum();
    return mean <= 0 || sums.length < 2 ? 0 : squares / (sums.length - 1) / (mean * mean);
  }
}
