package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.effect.Counts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From what is kept by day to what is compared. Pure. */
final class EffectCounts {
  /** A shed that was silent for longer on a day is not counted on it. */
  private static final double MOST_DARK_MINUTES = 60;

  private final Walks walks;
  private final LocalDate first;
  private final int days;

  /**
   * @param days from {@code first} on, without gaps
   */
  EffectCounts(Walks walks, LocalDate first, int days) {
    this.walks = walks;
    this.first = first;
    this.days = days;
  }

  /** Whether a building has both sheds in reach: then one moves the other. */
  boolean touch(String one, String other) {
    return walks.groups().stream()
        .anyMatch(group -> group.sheds().contains(one) && group.sheds().contains(other));
  }

  /** Sessions that began, by shed. */
  Map<String, Counts> sessions(List<ShedDay> rows) {
    Map<String, Map<LocalDate, Double>> found = new HashMap<>();
    for (ShedDay row : rows) {
      put(found, row, row.arrivals());
    }
    return counts(found);
  }

  /** Turned away by the shed that they would have gone to first, of groups that may be shown. */
  Map<String, Counts> turnedAway(List<ShedDay> rows, List<GroupDay> groups) {
    Map<String, Map<LocalDate, Double>> sums = new HashMap<>();
    Map<String, Walks.Group> byKey = new HashMap<>();
    walks.groups().stream()
        .filter(MapView::mayBeShown)
        .forEach(group -> byKey.put(group.key(), group));
    for (GroupDay row : groups) {
      Walks.Group group = byKey.get(row.sheds());
      if (group != null) {
        sums.computeIfAbsent(group.sheds().get(0), ignored -> new HashMap<>())
            .merge(row.day(), row.turnedAway().sum(0, Hours.A_DAY), Double::sum);
      }
    }
    Map<String, Map<LocalDate, Double>> found = new HashMap<>();
    for (ShedDay row : rows) {
      put(found, row, sums.getOrDefault(row.shed(), Map.of()).getOrDefault(row.day(), 0.0));
    }
    return counts(found);
  }

  private static void put(Map<String, Map<LocalDate, Double>> found, ShedDay row, double value) {
    boolean seen = row.darkMinutes().sum(0, Hours.A_DAY) <= MOST_DARK_MINUTES;
    found
        .computeIfAbsent(row.shed(), ignored -> new HashMap<>())
        .put(row.day(), seen ? value : Double.NaN);
  }

  private Map<String, Counts> counts(Map<String, Map<LocalDate, Double>> found) {
    Map<String, Counts> counts = new HashMap<>();
    found.forEach(
        (shed, byDay) -> {
          List<Double> values = new ArrayList<>(days);
          for (int day = 0; day < days; day++) {
            values.add(byDay.getOrDefault(first.plusDays(day), Double.NaN));
          }
          counts.put(shed, new Counts(shed, values));
        });
    return counts;
  }
}
