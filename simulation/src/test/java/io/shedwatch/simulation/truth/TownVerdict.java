package io.shedwatch.simulation.truth;

import io.shedwatch.server.pressure.Estimate;
import io.shedwatch.server.pressure.Estimator;
import io.shedwatch.server.pressure.Model;
import io.shedwatch.server.pressure.Pressure;
import io.shedwatch.server.pressure.WalkMap;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One town's estimate against its truth.
 *
 * @param total truth, estimate and 90 % interval of the whole town
 * @param buildings the same by building
 * @param deviance Poisson deviance by building: the estimate's, with households only, all alike
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record TownVerdict(String kind, long seed, Judged total, List<Judged> buildings, double[] deviance)
    implements Serializable {
  private static final double LEAST_EXPECTED = 0.05;
  private static final int HIGHEST = 10;

  /** A truth and what was said of it. */
  record Judged(int truth, double estimate, double low, double high) implements Serializable {
    static Judged of(int truth, Estimate said) {
      return new Judged(truth, said.estimate(), said.low(), said.high());
    }

    boolean covered() {
      return low <= truth && truth <= high;
    }

    /** Of an interval that should hold the truth nine times in ten (Winkler, JASA 1972). */
    double intervalScore(double from, double until) {
      double missed = Math.max(0, from - truth) + Math.max(0, truth - until);
      return until - from + 2 / 0.1 * missed;
    }
  }

  static TownVerdict of(String kind, long seed, TruthTown whole, Telling telling, int samples) {
    TruthTown town = telling.of(whole, seed);
    WalkMap map = TruthMap.of(town);
    Estimator.Watched watched = TruthMap.watched(town, map, samples, telling.ordersUntil(town));
    Pressure said = Estimator.estimate(watched);
    Estimator.Watched once = TruthMap.watched(town, map, 0, telling.ordersUntil(town));
    List<Judged> buildings = buildings(town, said);
    double[] deviance = {
      deviance(buildings),
      deviance(buildings(town, Estimator.estimate(once, with(Model.Weights.HOUSEHOLDS)))),
      deviance(buildings(town, Estimator.estimate(once, with(Model.Weights.EQUAL))))
    };
    Judged total = Judged.of(town.turnedAway().size(), said.total(town.from(), town.until()));
    return new TownVerdict(kind + " " + telling, seed, total, buildings, deviance);
  }

  private static Model with(Model.Weights weights) {
    return Model.FULL.weights(weights);
  }

  private static List<Judged> buildings(TruthTown town, Pressure said) {
    int[] truth = town.byBuilding();
    List<Judged> rows = new ArrayList<>();
    for (int group = 0; group < said.groups().size(); group++) {
      WalkMap.Group here = said.groups().get(group);
      for (int building : here.buildings()) {
        double share = town.layout().houses().get(building).households() / here.households();
        rows.add(
            Judged.of(truth[building], said.building(group, share, town.from(), town.until())));
      }
    }
    return rows;
  }

  static double deviance(List<Judged> rows) {
    double sum = 0;
    for (Judged row : rows) {
      double expected = Math.max(LEAST_EXPECTED, row.estimate());
      double surprise = row.truth() > 0 ? row.truth() * Math.log(row.truth() / expected) : 0;
      sum += 2 * (surprise - row.truth() + expected);
    }
    return sum;
  }

  double error() {
    return Math.abs(total.estimate() / total.truth() - 1);
  }

  boolean beatsBothBaselines() {
    return deviance[0] < deviance[1] && deviance[0] < deviance[2];
  }

  /** What the ten highest by the estimate hold, over what the ten highest hold. */
  double lift() {
    return highest(Judged::estimate) / highest(Judged::truth);
  }

  private interface By {
    double of(Judged one);
  }

  private double highest(By by) {
    return buildings.stream()
        .sorted((a, b) -> Double.compare(by.of(b), by.of(a)))
        .limit(HIGHEST)
        .mapToDouble(Judged::truth)
        .sum();
  }

  /** Spearman's rank correlation by building; ties have their mean rank. */
  double rankCorrelation() {
    double[] truth = ranks(buildings.stream().mapToDouble(Judged::truth).toArray());
    double[] said = ranks(buildings.stream().mapToDouble(Judged::estimate).toArray());
    double middle = (truth.length + 1) / 2.0;
    double both = 0;
    double ofTruth = 0;
    double ofSaid = 0;
    for (int i = 0; i < truth.length; i++) {
      both += (truth[i] - middle) * (said[i] - middle);
      ofTruth += (truth[i] - middle) * (truth[i] - middle);
      ofSaid += (said[i] - middle) * (said[i] - middle);
    }
    return both / Math.sqrt(ofTruth * ofSaid);
  }

  static double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double here = values[i];
      double below = Arrays.stream(values).filter(value -> value < here).count();
      double same = Arrays.stream(values).filter(value -> value == here).count();
      ranks[i] = below + (same + 1) / 2;
    }
    return ranks;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-22s seed %5d: %4d turned away, estimate %6.1f (%.1f to %.1f) x%.2f, deviance %.0f"
            + " (%.0f households, %.0f alike), lift %.2f, rank %.2f, buildings covered %.2f",
        kind,
        seed,
        total.truth(),
        total.estimate(),
        total.low(),
        total.high(),
        total.estimate() / total.truth(),
        deviance[0],
        deviance[1],
        deviance[2],
        lift(),
        rankCorrelation(),
        buildings.stream().filter(Judged::covered).count() / (double) buildings.size());
  }
}
