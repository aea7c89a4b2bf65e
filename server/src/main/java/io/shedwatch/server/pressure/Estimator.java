package io.shedwatch.server.pressure;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * From what sheds saw to how many found nothing. Deterministic: the same watched weeks and the same
 * seed give the same numbers.
 */
public final class Estimator {
  private static final int ROUNDS = 30;
  private static final int ROUNDS_OF_A_SAMPLE = 5;

  /** A fit worse by so much is not chosen by any sample of days. */
  private static final double UNLIKELY = 20;

  private static final double[] KAPPAS = {0, 0.25, 0.5, 0.75};

  /**
   * Where a shed stands alone nobody is ever seen while it is full, and the likelihood cannot tell
   * kappa; this is what ten measured places say (docs/pressure.md).
   */
  private static final double KAPPA_ALONE = 0.9;

  /**
   * What is wrong with the model itself, as a share of the estimate: set on towns that no test
   * uses, seeds 1001 and up.
   */
  private static final double MODEL_ERROR = 0.07;

  private static final double MODEL_ERROR_ALONE = 0.25;

  /**
   * What was watched.
   *
   * @param from epoch milliseconds
   * @param until epoch milliseconds, excluded
   * @param samples how often days are drawn again for the intervals
   */
  public record Watched(
      WalkMap map,
      ZoneId zone,
      List<Stay> stays,
      List<Darkness> darkness,
      long from,
      long until,
      int samples,
      long seed) {}

  private Estimator() {}

  public static Pressure estimate(Watched watched) {
    Evidence evidence =
        EvidenceSweep.of(
            watched.map(),
            watched.zone(),
            watched.stays(),
            watched.darkness(),
            watched.from(),
            watched.until());
    List<Fitting> fits = fits(evidence, Model.FULL);
    Fitting best = likeliest(fits);
    double[] turnedAway = best.turnedAway();
    List<Fitting> likely =
        fits.stream().filter(fit -> fit.logLikelihood() > best.logLikelihood() - UNLIKELY).toList();
    double[][] sums = resample(evidence, likely, watched);
    int groups = evidence.groups;
    double modelError = alone(evidence) ? MODEL_ERROR_ALONE : MODEL_ERROR;
    double[] ofGroups = new double[groups];
    for (int group = 0; group < groups; group++) {
      ofGroups[group] =
          relativeVariance(sums, group)
              + best.weights().relativeVariance(group)
              + modelError * modelError;
    }
    return new Pressure(
        evidence,
        turnedAway,
        best.demand(),
        relativeVariance(sums, groups) + modelError * modelError,
        ofGroups,
        best.weights().alpha());
  }

  /** One fit for each kappa that is possible here. */
  static List<Fitting> fits(Evidence evidence, Model model) {
    double[] once = new double[evidence.clock.days()];
    Arrays.fill(once, 1);
    if (alone(evidence)) {
      return List.of(new Fitting(evidence, model.kappa(KAPPA_ALONE), once).run(ROUNDS));
    }
    List<Fitting> fits = new ArrayList<>();
    for (double kappa : KAPPAS) {
      Fitting fit = new Fitting(evidence, model.kappa(kappa), once);
      if (!fits.isEmpty()) {
        fit.startFrom(fits.get(fits.size() - 1));
      }
      fits.add(fit.run(fits.isEmpty() ? ROUNDS : ROUNDS / 2));
    }
    return fits;
  }

  static boolean alone(Evidence evidence) {
    return evidence.map.groups().stream().allMatch(group -> group.sheds().size() == 1);
  }

  static Fitting likeliest(List<Fitting> fits) {
    Fitting best = fits.get(0);
    for (Fitting fit : fits) {
      best = fit.logLikelihood() > best.logLikelihood() ? fit : best;
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
      List<Fitting> samples = new ArrayList<>();
      for (Fitting fit : fits) {
        samples.add(new Fitting(evidence, fit.model(), weights).startFrom(fit).run(2));
      }
      double[] turnedAway = likeliest(samples).run(ROUNDS_OF_A_SAMPLE).turnedAway();
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
