package io.shedwatch.simulation.truth;

import io.shedwatch.server.pressure.Estimator;
import io.shedwatch.server.pressure.Model;
import io.shedwatch.server.pressure.Pressure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Models of a shed that stands alone, on measured places with imposed sockets: each place is judged
 * by the model that is best on the other places. {@code MeasuredPlaces FOLDER} prints the tables of
 * {@code docs/pressure.md}.
 */
final class MeasuredPlaces {
  private static final double LEAST_SHARE = 0.15;
  private static final double MOST_SHARE = 0.30;
  private static final int ENOUGH_USERS = 15;
  private static final int MOST_SOCKETS = 40;
  private static final int SAMPLES = 10;

  private final Map<Run, TruthTown> runs = new LinkedHashMap<>();
  private final Map<String, Model> models = family();
  private final Map<String, Map<Run, Double>> ratios = new LinkedHashMap<>();

  /** A place with so many sockets. */
  record Run(String place, int users, int sockets) {
    boolean enoughUsers() {
      return users >= ENOUGH_USERS;
    }
  }

  private MeasuredPlaces(Path folder, boolean enoughUsersOnly) {
    new TreeMap<>(ImposedSockets.read(folder))
        .forEach(
            (place, all) -> {
              for (int sockets = 1; sockets <= MOST_SOCKETS; sockets++) {
                TruthTown town = ImposedSockets.with(sockets, all);
                double share = town.turnedAway().size() / (double) all.size();
                Run run = new Run(place, ImposedSockets.users(all), sockets);
                boolean wanted = run.enoughUsers() || !enoughUsersOnly;
                if (wanted && share >= LEAST_SHARE && share <= MOST_SHARE) {
                  runs.put(run, town);
                }
              }
            });
  }

  static MeasuredPlaces of(Path folder) {
    return new MeasuredPlaces(folder, false);
  }

  static MeasuredPlaces withEnoughUsers(Path folder) {
    return new MeasuredPlaces(folder, true);
  }

  /** The family that is chosen from: the first trials' method, and two kinds of finite source. */
  private static Map<String, Model> family() {
    Map<String, Model> models = new LinkedHashMap<>();
    models.put("plain Poisson", Model.PLAIN);
    for (double kappa : new double[] {0, 0.25, 0.5, 0.75, 0.9, 1}) {
      models.put("days, kappa " + kappa, Model.FULL.kappa(kappa));
    }
    for (double heavy : new double[] {0.5, 1, 1.5, 2, 2.5, 3, 4}) {
      models.put("bikes, each for " + heavy, Model.FULL.heavy(heavy));
    }
    for (double heavy : new double[] {1, 1.5, 2, 2.5, 3}) {
      models.put("bikes, no retries, each for " + heavy, Model.FULL.heavy(heavy).retries(false));
    }
    return models;
  }

  private static Estimator.Watched watched(TruthTown town, int samples) {
    return TruthMap.watched(town, TruthMap.of(town), samples, Long.MIN_VALUE, ImposedSockets.ZONE);
  }

  private static double ratio(TruthTown town, Model model) {
    Pressure said = Estimator.given(watched(town, 0), model);
    return said.total(town.from(), town.until()).estimate() / town.turnedAway().size();
  }

  /** What the product, which is told the number of bikes, says of each run. */
  Map<Run, TownVerdict.Judged> product() {
    Map<Run, TownVerdict.Judged> said = new LinkedHashMap<>();
    runs.forEach(
        (run, town) ->
            said.put(
                run,
                TownVerdict.Judged.of(
                    town.turnedAway().size(),
                    Estimator.estimate(watched(town, SAMPLES)).total(town.from(), town.until()))));
    return said;
  }

  /** Places of which the product says that too few people use the shed. */
  Set<String> tooFew() {
    Set<String> places = new TreeSet<>();
    runs.forEach(
        (run, town) -> {
          if (TruthMap.of(town).groups().get(0).tooFew()) {
            places.add(run.place());
          }
        });
    return places;
  }

  Map<Run, Double> ratios(String model) {
    return ratios.computeIfAbsent(
        model,
        name -> {
          Model meant = Objects.requireNonNull(models.get(name), name);
          Map<Run, Double> row = new LinkedHashMap<>();
          runs.forEach((run, town) -> row.put(run, ratio(town, meant)));
          return row;
        });
  }

  /** Mean over the other places of the mean error of a place's runs. */
  private double errorElsewhere(String model, String leftOut) {
    Map<String, List<Double>> byPlace = new LinkedHashMap<>();
    ratios(model)
        .forEach(
            (run, ratio) -> {
              if (run.enoughUsers() && !run.place().equals(leftOut)) {
                byPlace
                    .computeIfAbsent(run.place(), ignored -> new ArrayList<>())
                    .add(Math.abs(ratio - 1));
              }
            });
    return byPlace.values().stream().mapToDouble(MeasuredPlaces::mean).average().orElseThrow();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElseThrow();
  }

  /** The model that is best on all places but that one. */
  String chosenWithout(String place) {
    String best = "";
    double least = Double.POSITIVE_INFINITY;
    for (String model : models.keySet()) {
      double error = errorElsewhere(model, place);
      if (error < least) {
        least = error;
        best = model;
      }
    }
    return best;
  }

  /** Total over truth of every run with enough users, by the model chosen without its place. */
  Map<Run, Double> leftOut() {
    Map<Run, Double> judged = new LinkedHashMap<>();
    for (Run run : runs.keySet()) {
      if (run.enoughUsers()) {
        judged.put(run, ratios(chosenWithout(run.place())).get(run));
      }
    }
    return judged;
  }

  static double median(Map<Run, Double> ratios) {
    double[] errors =
        ratios.values().stream().mapToDouble(ratio -> Math.abs(ratio - 1)).sorted().toArray();
    return (errors[(errors.length - 1) / 2] + errors[errors.length / 2]) / 2;
  }

  static double worst(Map<Run, Double> ratios) {
    return ratios.values().stream().mapToDouble(ratio -> Math.abs(ratio - 1)).max().orElseThrow();
  }

  public static void main(String[] args) {
    MeasuredPlaces places = of(Path.of(args[0]));
    StringBuilder head = new StringBuilder("| model |");
    places.runs.forEach(
        (run, town) ->
            head.append(" ").append(run.place()).append(" ").append(run.sockets()).append(" |"));
    System.out.println(head + " median | worst |");
    for (String model : places.models.keySet()) {
      System.out.println(places.line(model, places.ratios(model)));
    }
    Map<Run, Double> leftOut = places.leftOut();
    System.out.println();
    leftOut.forEach(
        (run, ratio) ->
            System.out.printf(
                Locale.ROOT,
                "| %s (%d users), %d sockets | %d | %s | %.2f |%n",
                run.place(),
                run.users(),
                run.sockets(),
                Objects.requireNonNull(places.runs.get(run)).turnedAway().size(),
                places.chosenWithout(run.place()),
                ratio));
    System.out.println();
    places
        .product()
        .forEach(
            (run, one) ->
                System.out.printf(
                    Locale.ROOT,
                    "| %s (%d users%s), %d sockets | %d | %.0f | %.0f to %.0f |%n",
                    run.place(),
                    run.users(),
                    run.enoughUsers() ? "" : ", too few",
                    run.sockets(),
                    one.truth(),
                    one.estimate(),
                    one.low(),
                    one.high()));
    System.out.printf(
        Locale.ROOT,
        "one place left out: median error %.1f %%, worst %.1f %%%n",
        100 * median(leftOut),
        100 * worst(leftOut));
  }

  private String line(String model, Map<Run, Double> row) {
    StringBuilder line = new StringBuilder("| " + model + " |");
    Map<Run, Double> enough = new LinkedHashMap<>();
    row.forEach(
        (run, ratio) -> {
          line.append(String.format(Locale.ROOT, " %.2f |", ratio));
          if (run.enoughUsers()) {
            enough.put(run, ratio);
          }
        });
    return line
        + String.format(
            Locale.ROOT, " %.1f %% | %.1f %% |", 100 * median(enough), 100 * worst(enough));
  }
}
