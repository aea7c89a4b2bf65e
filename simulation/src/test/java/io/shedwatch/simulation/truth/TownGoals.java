package io.shedwatch.simulation.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an estimate is worth over many towns, against what it should be worth. */
final class TownGoals {
  private static final int HALF = 2;
  private static final int MOST_STEPS = 400;

  private final List<TownVerdict> towns;

  /**
   * @param towns those with at least 100 turned away
   */
  TownGoals(List<TownVerdict> towns) {
    this.towns = towns;
  }

  /** A figure, what it should be, and whether it is. */
  record Goal(String figure, String wanted, String measured, boolean reached) {}

  private double[] sorted(java.util.function.ToDoubleFunction<TownVerdict> of) {
    double[] values = towns.stream().mapToDouble(of).toArray();
    Arrays.sort(values);
    return values;
  }

  double medianError() {
    double[] errors = sorted(TownVerdict::error);
    return (errors[(errors.length - 1) / HALF] + errors[errors.length / HALF]) / 2;
  }

  /** Nine of ten towns are not farther off. */
  double errorOfNineInTen() {
    double[] errors = sorted(TownVerdict::error);
    return errors[(int) Math.ceil(errors.length * 0.9) - 1];
  }

  private List<TownVerdict.Judged> totals() {
    return towns.stream().map(TownVerdict::total).toList();
  }

  private List<TownVerdict.Judged> buildings() {
    return towns.stream().flatMap(town -> town.buildings().stream()).toList();
  }

  double totalsCovered() {
    return covered(totals());
  }

  double buildingsCovered() {
    return covered(buildings());
  }

  private static double covered(List<TownVerdict.Judged> rows) {
    return rows.stream().filter(TownVerdict.Judged::covered).count() / (double) rows.size();
  }

  private static double intervalScore(List<TownVerdict.Judged> rows) {
    return rows.stream()
        .mapToDouble(row -> row.intervalScore(row.low(), row.high()))
        .average()
        .orElse(0);
  }

  /** Of the estimate give or take a constant: the one that, in hindsight, scores best. */
  private static double bestConstant(List<TownVerdict.Judged> rows) {
    double widest =
        rows.stream().mapToDouble(row -> Math.abs(row.truth() - row.estimate())).max().orElse(0);
    double best = Double.POSITIVE_INFINITY;
    for (int step = 0; step <= MOST_STEPS; step++) {
      double width = widest * step / MOST_STEPS;
      best =
          Math.min(
              best,
              rows.stream()
                  .mapToDouble(
                      row ->
                          row.intervalScore(
                              Math.max(0, row.estimate() - width), row.estimate() + width))
                  .average()
                  .orElse(0));
    }
    return best;
  }

  double shareThatBeatBothBaselines() {
    return towns.stream().filter(TownVerdict::beatsBothBaselines).count() / (double) towns.size();
  }

  double meanLift() {
    return towns.stream().mapToDouble(TownVerdict::lift).average().orElse(0);
  }

  double medianRankCorrelation() {
    double[] ranks = sorted(TownVerdict::rankCorrelation);
    return ranks[ranks.length / 2];
  }

  /**
   * All goals.
   *
   * @param slack how far coverage of totals may be off because so few towns cannot say better
   */
  List<Goal> goals(double slack) {
    List<Goal> goals = new ArrayList<>();
    goals.add(atMost("error of the total, median", 0.10, medianError()));
    goals.add(atMost("error of the total, 9 of 10 towns", 0.20, errorOfNineInTen()));
    goals.add(between("totals in their 90 % interval", slack, totalsCovered()));
    goals.add(between("buildings in their 90 % interval", 0, buildingsCovered()));
    goals.add(beats("interval score of totals", intervalScore(totals()), bestConstant(totals())));
    goals.add(
        beats(
            "interval score of buildings", intervalScore(buildings()), bestConstant(buildings())));
    goals.add(atLeast("towns where both baselines lose", 0.80, shareThatBeatBothBaselines()));
    goals.add(atLeast("ten highest against the oracle's", 0.85, meanLift()));
    return goals;
  }

  private static Goal atMost(String figure, double most, double is) {
    return new Goal(figure, "at most " + percent(most), percent(is), is <= most);
  }

  private static Goal atLeast(String figure, double least, double is) {
    return new Goal(figure, "at least " + percent(least), percent(is), is >= least);
  }

  private static Goal between(String figure, double slack, double is) {
    return new Goal(figure, "85 to 95 %", percent(is), is >= 0.85 - slack && is <= 0.95 + slack);
  }

  private static Goal beats(String figure, double is, double constant) {
    return new Goal(
        figure,
        String.format(Locale.ROOT, "below %.1f", constant),
        String.format(Locale.ROOT, "%.1f", is),
        is < constant);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** A table for the documents. */
  String table() {
    StringBuilder text = new StringBuilder();
    text.append("| ")
        .append(towns.size())
        .append(" towns | wanted | measured | |\n|---|---|---|---|\n");
    for (Goal goal : goals(0)) {
      text.append(
          String.format(
              "| %s | %s | %s | %s |%n",
              goal.figure(), goal.wanted(), goal.measured(), goal.reached() ? "" : "missed"));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "| rank correlation by building, median | | %.2f | |%n",
            medianRankCorrelation()));
    return text.toString();
  }
}
