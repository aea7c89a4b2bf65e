package io.shedwatch.simulation.forecast;

import io.shedwatch.server.forecast.Expected;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How far expected times lay from what happened, minutes. */
final class FinishScore {
  private final List<Double> errors = new ArrayList<>();
  private int early;
  private int late;

  void add(Expected told, long truth) {
    errors.add(Math.abs(told.at() - truth) / 60_000.0);
    early += truth < told.from() ? 1 : 0;
    late += truth > told.to() ? 1 : 0;
  }

  int size() {
    return errors.size();
  }

  double median() {
    return at(0.5);
  }

  double at(double share) {
    List<Double> sorted = new ArrayList<>(errors);
    Collections.sort(sorted);
    return sorted.get((int) (share * (sorted.size() - 1)));
  }

  double covered() {
    return 1 - (early + late) / (double) errors.size();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d | %.1f | %.1f | %.1f %%", size(), median(), at(0.9), 100 * covered());
  }
}
