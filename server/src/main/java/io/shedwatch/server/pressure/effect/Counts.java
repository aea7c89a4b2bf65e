package io.shedwatch.server.pressure.effect;

import java.util.List;

/**
 * What one shed counted.
 *
 * @param days one number a day, in order and without gaps; {@code NaN}: the shed was not seen then
 */
public record Counts(String shed, List<Double> days) {
  public Counts {
    days = List.copyOf(days);
  }

  boolean isSeen(int day) {
    return !Double.isNaN(days.get(day));
  }

  double sum(List<Integer> of) {
    return of.stream().mapToDouble(days::get).sum();
  }

  /** Mean of the seen days before that one; 0: none. */
  double meanBefore(int day) {
    return days.stream()
        .limit(day)
        .filter(value -> !Double.isNaN(value))
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  double seenShare() {
    return days.stream().filter(value -> !Double.isNaN(value)).count()
        / (double) Math.max(1, days.size());
  }
}
