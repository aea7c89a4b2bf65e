package io.shedwatch.simulation.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.pressure.Estimate;
import io.shedwatch.server.pressure.Estimator;
import io.shedwatch.server.pressure.Pressure;
import io.shedwatch.server.pressure.WalkMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/**
 * The estimate against towns whose truth is known. 20 towns here; {@code -Dtowns=200} judges as
 * many of each kind and prints the same lines.
 */
final class PressureTruthTest {
  private static final int TOWNS = Integer.getInteger("towns", 10);
  private static final int WEEKS = 8;
  private static final int LEAST_TURNED_AWAY = 100;

  @Test
  void theTotalIsRightInTownsOfStrangers() {
    judge("Poisson towns", seed -> PoissonTown.of(seed, WEEKS));
  }

  @Test
  void theTotalIsRightInTownsOfPeople() {
    judge("towns of agents", seed -> AgentTown.of(seed, WEEKS));
  }

  private static void judge(String kind, LongFunction<TruthTown> towns) {
    List<Double> errors = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    int covered = 0;
    double lift = 0;
    for (long seed = 1; seed <= TOWNS; seed++) {
      TruthTown town = towns.apply(seed);
      int truth = town.turnedAway().size();
      if (truth < LEAST_TURNED_AWAY) {
        continue;
      }
      WalkMap map = TruthMap.of(town);
      Pressure pressure = Estimator.estimate(TruthMap.watched(town, map, 10));
      Estimate total = pressure.total(town.from(), town.until());
      errors.add(Math.abs(total.estimate() / truth - 1));
      ratios.add(total.estimate() / truth);
      covered += total.low() <= truth && truth <= total.high() ? 1 : 0;
      lift += lift(town, map, pressure);
    }
    Collections.sort(errors);
    Collections.sort(ratios);
    int n = errors.size();
    System.out.printf(
        "%s: %d, ratio %.2f to %.2f, error median %.3f, 9 of 10 %.3f, covered %.2f, lift %.2f%n",
        kind,
        n,
        ratios.get(0),
        ratios.get(n - 1),
        errors.get(n / 2),
        errors.get(n * 9 / 10),
        covered / (double) n,
        lift / n);
    assertThat(errors.get(n / 2)).as("median error of the total").isLessThan(0.1);
    assertThat(errors.get((n - 1) * 9 / 10)).as("error of 9 in 10 towns").isLessThan(0.2);
    assertThat(lift / n).as("ten highest buildings against the oracle's").isGreaterThan(0.85);
  }

  /** What the ten buildings with the highest estimates hold, over what the ten highest hold. */
  private static double lift(TruthTown town, WalkMap map, Pressure pressure) {
    int[] truth = town.byBuilding();
    List<double[]> ranked = new ArrayList<>();
    for (int group = 0; group < map.groups().size(); group++) {
      WalkMap.Group here = map.groups().get(group);
      for (int building : here.buildings()) {
        double share = town.layout().houses().get(building).households() / here.households();
        double estimate = pressure.building(group, share, town.from(), town.until()).estimate();
        ranked.add(new double[] {estimate, truth[building]});
      }
    }
    double found = topTen(ranked, 0);
    return found / topTen(ranked, 1);
  }

  private static double topTen(List<double[]> ranked, int by) {
    return ranked.stream()
        .sorted((a, b) -> Double.compare(b[by], a[by]))
        .limit(10)
        .mapToDouble(row -> row[1])
        .sum();
  }
}
