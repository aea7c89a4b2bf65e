package io.shedwatch.simulation.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.pressure.Estimator;
import io.shedwatch.server.pressure.Pressure;
import io.shedwatch.server.pressure.WalkMap;
import io.shedwatch.server.pressure.effect.BeforeAfter;
import io.shedwatch.server.pressure.effect.Counts;
import io.shedwatch.server.pressure.effect.Effect;
import io.shedwatch.simulation.truth.MeasureTown.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Before and after on the estimated turned away, against the same sum on those who really were:
 * what an estimate hides of a measure. Seeds 8001 and up, on which nothing was set; {@code
 * -Deffect.towns=50} prints the figures of docs/pressure.md.
 */
final class TurnedAwayEffectTest {
  private static final int TOWNS = Integer.getInteger("effect.towns", 4);
  private static final long FIRST_SEED = 8_001;
  private static final int WINDOW_DAYS = 56;

  /** The server estimates every night; every two weeks is near enough and costs a fourteenth. */
  private static final int REFIT_DAYS = 14;

  /** What is taken off the kept series after the measure, to see what would be found. */
  private static final double A_FIFTH = 0.2;

  private record Answer(double truth, double told, boolean found, boolean foundInTruth) {}

  /** What came out, town by town; towns without an answer are left out. */
  private static List<Answer> answers(Measure measure) {
    List<Answer> answers = new ArrayList<>();
    List<Answer> fewer = new ArrayList<>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + TOWNS; seed++) {
      TruthTown town = MeasureTown.of(seed, measure);
      double[][] counted = counted(town);
      double[][] estimated = estimated(town);
      answer(town, counted, estimated).ifPresent(answers::add);
      lessAFifth(counted);
      lessAFifth(estimated);
      answer(town, counted, estimated).ifPresent(fewer::add);
    }
    String name = measure.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    print(name, answers);
    print(name + ", and a fifth taken off", fewer);
    return answers;
  }

  private static Optional<Answer> answer(TruthTown town, double[][] counted, double[][] estimated) {
    Optional<Effect> told = effect(town, estimated);
    return effect(town, counted)
        .flatMap(
            truth ->
                told.map(
                    one -> new Answer(truth.change(), one.change(), one.found(), truth.found())));
  }

  private static void lessAFifth(double[][] byShed) {
    for (int shed : MeasureTown.TREATED) {
      for (int day = MeasureTown.MEASURE_DAY; day < MeasureTown.DAYS; day++) {
        byShed[shed][day] *= 1 - A_FIFTH;
      }
    }
  }

  private static void print(String name, List<Answer> answers) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.0f %% | %.0f %% | %.0f %% | %.0f %% |%n",
        name,
        answers.size(),
        100 * median(answers.stream().mapToDouble(Answer::truth).toArray()),
        100 * median(answers.stream().mapToDouble(Answer::told).toArray()),
        100 * share(answers, answers.stream().filter(Answer::foundInTruth).count()),
        100 * share(answers, answers.stream().filter(Answer::found).count()));
  }

  private static double share(List<Answer> answers, long count) {
    return count / (double) Math.max(1, answers.size());
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElse(0);
  }

  /** Sheds that share a building with a treated one are no controls. */
  private static Optional<Effect> effect(TruthTown town, double[][] byShed) {
    List<Counts> own = new ArrayList<>();
    List<Counts> others = new ArrayList<>();
    for (int shed = 0; shed < byShed.length; shed++) {
      Counts counts = new Counts("s" + shed, Arrays.stream(byShed[shed]).boxed().toList());
      int here = shed;
      boolean touches =
          IntStream.range(0, town.layout().houses().size())
              .mapToObj(town.layout()::inReach)
              .anyMatch(
                  reach ->
                      reach.contains(here)
                          && reach.stream().anyMatch(MeasureTown.TREATED::contains));
      if (MeasureTown.TREATED.contains(shed)) {
        own.add(counts);
      } else if (!touches) {
        others.add(counts);
      }
    }
    return BeforeAfter.of(own, others, MeasureTown.MEASURE_DAY).effect();
  }

  /** Who really was turned away, by the shed that they went to first. */
  private static double[][] counted(TruthTown town) {
    double[][] days = new double[town.layout().stands().size()][MeasureTown.DAYS];
    for (TruthTown.TurnedAway one : town.turnedAway()) {
      List<Integer> reach = town.layout().inReach(one.building());
      if (!reach.isEmpty()) {
        days[reach.get(0)][(int) ((one.at() - town.from()) / TownPlan.DAY)]++;
      }
    }
    return days;
  }

  /** The same as the server keeps it: each day as it was estimated last. */
  private static double[][] estimated(TruthTown town) {
    double[][] days = new double[town.layout().stands().size()][MeasureTown.DAYS];
    for (int end = WINDOW_DAYS; end <= MeasureTown.DAYS; end += REFIT_DAYS) {
      int first = end - WINDOW_DAYS;
      TruthTown seen = window(town, first, end);
      WalkMap map = TruthMap.of(seen);
      Pressure pressure = Estimator.estimate(TruthMap.watched(seen, map, 1));
      for (double[] shed : days) {
        Arrays.fill(shed, first, end, 0);
      }
      for (int group = 0; group < map.groups().size(); group++) {
        int nearest = map.groups().get(group).sheds().get(0);
        for (int day = 0; day < WINDOW_DAYS; day++) {
          for (int hour = 0; hour < 24; hour++) {
            days[nearest][first + day] += pressure.expected(group, day, hour);
          }
        }
      }
    }
    return days;
  }

  private static TruthTown window(TruthTown town, int first, int end) {
    long from = town.from() + first * TownPlan.DAY;
    long until = town.from() + end * TownPlan.DAY;
    return new TruthTown(
        town.layout(),
        from,
        until,
        town.sessions().stream().filter(one -> one.at() < until && one.gone() > from).toList(),
        List.of(),
        List.of());
  }

  @Test
  void bikesMovedWhenFullAreSeenInTheEstimate() {
    List<Answer> answers = answers(Measure.MOVED);
    assertThat(answers).hasSizeGreaterThanOrEqualTo(TOWNS * 3 / 4);
    assertThat(answers.stream().filter(one -> one.found() && one.told() < 0).count())
        .isGreaterThanOrEqualTo(answers.size() * 3 / 4);
  }

  @Test
  void whereNothingWasDoneTheEstimateFindsNothingInNineOfTenTowns() {
    List<Answer> answers = answers(Measure.NOTHING);
    assertThat(answers.stream().filter(Answer::found).count()).isLessThanOrEqualTo(TOWNS / 10);
  }

  @Test
  void fewerPeopleAreNotToldAsMore() {
    List<Answer> answers = answers(Measure.FEWER_COME);
    assertThat(answers.stream().filter(one -> one.found() && one.told() > 0)).isEmpty();
  }
}
