package io.shedwatch.server.pressure.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Difference in differences on weekly logarithms: how the treated sheds' share of the counts
 * changed with the measure. Weather, holidays and a growing estate move both sides and drop out.
 *
 * <p>The interval: weeks before and after are two samples of one variance, Student's t (Donald and
 * Lang, Review of Economics and Statistics 2007: few groups want t and not normal quantiles). The
 * variance is not below that of counts, and is raised by (1 + ρ)/(1 − ρ) for weeks that resemble
 * their neighbours (Bertrand, Duflo and Mullainathan, QJE 2004, on what ignoring that does), ρ of
 * the residuals corrected for its bias in short series (Kendall, Biometrika 1954).
 */
public final class BeforeAfter {
  /** Fewer weeks on either side say nothing. */
  public static final int LEAST_WEEKS = 3;

  static final int LEAST_CONTROLS = 2;

  /** Fewer counts a week of the treated before: any change drowns. */
  static final double LEAST_A_WEEK = 10;

  /** A shed that was seen on fewer of the days is not compared with. */
  private static final double LEAST_SEEN = 0.9;

  /** A control counts between a third of and three times a treated shed's mean before. */
  private static final double MATCH = 3;

  private static final int LEAST_DAYS = 4;

  /** Of squared logarithms: what rounding leaves of weeks that are all alike. */
  private static final double NO_NOISE = 1e-12;

  private static final double MOST_CORRELATION = 0.8;

  private BeforeAfter() {}

  /** Why there is no effect to tell. */
  public enum Missing {
    TOO_FEW_WEEKS,
    TOO_FEW_CONTROLS,
    TOO_FEW_COUNTS;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What was found.
   *
   * @param effect or {@code missing}
   * @param controls the sheds compared with
   * @param weeks of the comparison, in order
   * @param asLarge how many controls, each compared with the others as if it had been treated, show
   *     as large a change
   */
  public record Verdict(
      Optional<Effect> effect,
      Optional<Missing> missing,
      List<String> controls,
      List<WeekRatio> weeks,
      int asLarge) {
    public Verdict {
      controls = List.copyOf(controls);
      weeks = List.copyOf(weeks);
    }
  }

  /**
   * Compares.
   *
   * @param treated at least one
   * @param others sheds that the measure cannot reach, over the same days
   * @param measure index of the first day of the measure
   */
  public static Verdict of(List<Counts> treated, List<Counts> others, int measure) {
    double level = treated.stream().mapToDouble(one -> one.meanBefore(measure)).average().orElse(0);
    List<Counts> controls =
        others.stream()
            .filter(one -> one.seenShare() >= LEAST_SEEN && matches(one, level, measure))
            .toList();
    List<String> names = controls.stream().map(Counts::shed).toList();
    List<WeekRatio> weeks = weeks(treated, controls, measure);
    Optional<Missing> missing = missing(weeks, controls.size());
    if (missing.isPresent()) {
      return new Verdict(Optional.empty(), missing, names, weeks, 0);
    }
    Effect effect = effect(weeks);
    int asLarge = 0;
    for (Counts one : controls) {
      List<Counts> rest =
          controls.stream().filter(other -> !other.shed().equals(one.shed())).toList();
      List<WeekRatio> placebo = weeks(List.of(one), rest, measure);
      if (Math.abs(shift(placebo)) >= Math.abs(Math.log1p(effect.change()))) {
        asLarge++;
      }
    }
    return new Verdict(Optional.of(effect), missing, names, weeks, asLarge);
  }

  private static boolean matches(Counts one, double level, int measure) {
    double own = one.meanBefore(measure);
    return own * MATCH >= level && own <= level * MATCH;
  }

  private static Optional<Missing> missing(List<WeekRatio> weeks, int controls) {
    if (controls < LEAST_CONTROLS) {
      return Optional.of(Missing.TOO_FEW_CONTROLS);
    }
    List<WeekRatio> before = before(weeks);
    if (before.size() < LEAST_WEEKS || weeks.size() - before.size() < LEAST_WEEKS) {
      return Optional.of(Missing.TOO_FEW_WEEKS);
    }
    double mean = before.stream().mapToDouble(WeekRatio::treated).average().orElse(0);
    return mean < LEAST_A_WEEK ? Optional.of(Missing.TOO_FEW_COUNTS) : Optional.empty();
  }

  /** Whole weeks from the measure backwards and forwards, of days on which every shed was seen. */
  private static List<WeekRatio> weeks(List<Counts> treated, List<Counts> controls, int measure) {
    int days = treated.get(0).days().size();
    List<WeekRatio> weeks = new ArrayList<>();
    for (int week = -(measure / 7); measure + 7 * week + 7 <= days; week++) {
      int first = measure + 7 * week;
      List<Integer> seen =
          IntStream.range(first, first + 7)
              .filter(
                  day ->
                      treated.stream().allMatch(one -> one.isSeen(day))
                          && controls.stream().allMatch(one -> one.isSeen(day)))
              .boxed()
              .toList();
      if (seen.size() >= LEAST_DAYS) {
        weeks.add(
            new WeekRatio(
                week,
                seen.size(),
                treated.stream().mapToDouble(one -> one.sum(seen)).sum(),
                controls.stream().mapToDouble(one -> one.sum(seen)).sum()));
      }
    }
    return weeks;
  }

  private static List<WeekRatio> before(List<WeekRatio> weeks) {
    return weeks.stream().filter(week -> week.week() < 0).toList();
  }

  private static List<WeekRatio> after(List<WeekRatio> weeks) {
    return weeks.stream().filter(week -> week.week() >= 0).toList();
  }

  private static double mean(List<WeekRatio> weeks) {
    return weeks.stream().mapToDouble(WeekRatio::log).average().orElse(0);
  }

  private static double shift(List<WeekRatio> weeks) {
    return mean(after(weeks)) - mean(before(weeks));
  }

  private static Effect effect(List<WeekRatio> weeks) {
    List<WeekRatio> before = before(weeks);
    List<WeekRatio> after = after(weeks);
    double[] early = residuals(before);
    double[] late = residuals(after);
    int freedom = weeks.size() - 2;
    double variance = (products(early, 0) + products(late, 0)) / freedom;
    double counted = weeks.stream().mapToDouble(WeekRatio::poissonVariance).average().orElse(0);
    double rho = correlation(early, late);
    double error =
        Math.sqrt(
            Math.max(variance, counted)
                * (1.0 / before.size() + 1.0 / after.size())
                * (1 + rho)
                / (1 - rho));
    double shift = shift(weeks);
    double half = StudentT.bound(freedom) * error;
    return new Effect(Math.expm1(shift), Math.expm1(shift - half), Math.expm1(shift + half));
  }

  private static double[] residuals(List<WeekRatio> weeks) {
    double mean = mean(weeks);
    return weeks.stream().mapToDouble(week -> week.log() - mean).toArray();
  }

  /** Sum of each residual times the one {@code lag} weeks later. */
  private static double products(double[] residuals, int lag) {
    double sum = 0;
    for (int i = 0; i + lag < residuals.length; i++) {
      sum += residuals[i] * residuals[i + lag];
    }
    return sum;
  }

  /** Of neighbouring weeks, from 0 on: weeks that differ more than by chance shorten nothing. */
  private static double correlation(double[] early, double[] late) {
    double squares = products(early, 0) + products(late, 0);
    if (squares < NO_NOISE) {
      return 0;
    }
    double n = early.length + late.length;
    double plain = (products(early, 1) + products(late, 1)) / squares;
    double corrected = (n * plain + 1) / (n - 3);
    return Math.max(0, Math.min(MOST_CORRELATION, corrected));
  }
}
