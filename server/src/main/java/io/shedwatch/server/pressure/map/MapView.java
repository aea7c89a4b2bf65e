package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.Estimate;
import io.shedwatch.server.site.Site;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of the kept estimates is shown. A group of buildings under {@link #LEAST_HOUSEHOLDS} is in
 * no figure at all, not in a total either: a total less all that is shown would tell of it. A
 * building under ten in a larger group has no figure of its own.
 */
final class MapView {
  /** DESIGN.md, section 8: buildings, never persons. */
  static final int LEAST_HOUSEHOLDS = 10;

  /** Whole hours of whole days: of days from {@code first} to {@code last}, both included. */
  record Window(LocalDate first, LocalDate last) {
    int days() {
      return (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    }
  }

  static final int WEEK_HOURS = 7 * Hours.A_DAY;

  private final Walks walks;
  private final Window window;
  private final Map<String, List<GroupDay>> groups = new HashMap<>();
  private final Map<String, List<ShedDay>> sheds = new HashMap<>();

  MapView(Walks walks, Window window, List<GroupDay> groups, List<ShedDay> sheds) {
    this.walks = walks;
    this.window = window;
    groups.forEach(
        row -> this.groups.computeIfAbsent(row.sheds(), k -> new ArrayList<>()).add(row));
    sheds.forEach(row -> this.sheds.computeIfAbsent(row.shed(), k -> new ArrayList<>()).add(row));
  }

  /** A group and its number, highest first. */
  record Ranked(int rank, Walks.Group group, boolean tooFew, Estimate turnedAway) {}

  /** A building and its number; the interval is wider where only households tell it from others. */
  record RankedBuilding(int rank, String building, boolean tooFew, Estimate turnedAway) {}

  /** One shed; {@code turnedAway}: who would have gone there first. */
  record Shed(String shed, int arrivals, double fullMinutes, Estimate turnedAway) {}

  /** Groups that may be shown. */
  List<Walks.Group> shown() {
    return walks.groups().stream().filter(MapView::mayBeShown).toList();
  }

  static boolean mayBeShown(Walks.Group group) {
    return group.households() >= LEAST_HOUSEHOLDS;
  }

  List<Ranked> groups() {
    List<Ranked> ranked = new ArrayList<>();
    for (Walks.Group group : shown()) {
      ranked.add(new Ranked(0, group, walks.tooFew(group), sum(group, 1, 0)));
    }
    ranked.sort(Comparator.comparingDouble((Ranked one) -> -one.turnedAway().estimate()));
    for (int i = 0; i < ranked.size(); i++) {
      Ranked one = ranked.get(i);
      ranked.set(i, new Ranked(i + 1, one.group(), one.tooFew(), one.turnedAway()));
    }
    return ranked;
  }

  /**
   * Buildings, highest first.
   *
   * @param inside what is added to the relative variance where a group has several buildings
   */
  List<RankedBuilding> buildings(double inside) {
    List<RankedBuilding> ranked = new ArrayList<>();
    for (Walks.Group group : shown()) {
      for (Site.Building building : group.buildings()) {
        if (building.households() >= LEAST_HOUSEHOLDS) {
          double share = building.households() / (double) group.households();
          Estimate own = sum(group, share, share < 1 ? inside : 0);
          ranked.add(new RankedBuilding(0, building.building(), walks.tooFew(group), own));
        }
      }
    }
    ranked.sort(Comparator.comparingDouble((RankedBuilding one) -> -one.turnedAway().estimate()));
    for (int i = 0; i < ranked.size(); i++) {
      RankedBuilding one = ranked.get(i);
      ranked.set(i, new RankedBuilding(i + 1, one.building(), one.tooFew(), one.turnedAway()));
    }
    return ranked;
  }

  /** All that is shown together. */
  Estimate total(double relativeVariance) {
    double sum = shown().stream().mapToDouble(this::plain).sum();
    return Estimate.of(sum, sum + sum * sum * relativeVariance);
  }

  /** Sheds in the order given. */
  List<Shed> sheds(List<String> order, double relativeVariance) {
    List<Shed> rows = new ArrayList<>();
    for (String shed : order) {
      double sum =
          shown().stream()
              .filter(group -> group.sheds().get(0).equals(shed))
              .mapToDouble(this::plain)
              .sum();
      List<ShedDay> days = sheds.getOrDefault(shed, List.of());
      rows.add(
          new Shed(
              shed,
              days.stream().mapToInt(ShedDay::arrivals).sum(),
              days.stream().mapToDouble(day -> day.fullMinutes().sum(0, Hours.A_DAY)).sum(),
              Estimate.of(sum, sum + 2 * sum * sum * relativeVariance)));
    }
    return rows;
  }

  private double plain(Walks.Group group) {
    return groups.getOrDefault(group.key(), List.of()).stream()
        .mapToDouble(day -> day.turnedAway().sum(0, Hours.A_DAY))
        .sum();
  }

  private Estimate sum(Walks.Group group, double share, double more) {
    double sum = share * plain(group);
    return Estimate.of(sum, sum + sum * sum * (relativeVariance(group) + more));
  }

  private double relativeVariance(Walks.Group group) {
    return groups.getOrDefault(group.key(), List.of()).stream()
        .mapToDouble(GroupDay::relativeVariance)
        .max()
        .orElse(0);
  }

  /** Mean a week by hour of the week (0: Monday 00:00), with intervals. */
  List<Estimate> week(Walks.Group group) {
    double[] sums =
        byHourOfWeek(
            groups.getOrDefault(group.key(), List.of()),
            GroupDay::day,
            (day, hour) -> day.turnedAway().at(hour));
    double variance = relativeVariance(group);
    List<Estimate> week = new ArrayList<>(WEEK_HOURS);
    for (int i = 0; i < WEEK_HOURS; i++) {
      Estimate all = Estimate.of(sums[i], sums[i] + sums[i] * sums[i] * variance);
      double weeks = Math.max(1, weekdays(i / Hours.A_DAY));
      week.add(new Estimate(all.estimate() / weeks, all.low() / weeks, all.high() / weeks));
    }
    return week;
  }

  /** First attempts, mean a week by hour of the week; 0 where no day of the kind was estimated. */
  List<Double> demand(Walks.Group group) {
    double[] sums = new double[WEEK_HOURS];
    int[] days = new int[7];
    for (GroupDay row : groups.getOrDefault(group.key(), List.of())) {
      if (row.demand().isPresent()) {
        int weekday = row.day().getDayOfWeek().getValue() - 1;
        days[weekday]++;
        for (int hour = 0; hour < Hours.A_DAY; hour++) {
          sums[weekday * Hours.A_DAY + hour] += row.demand().get().at(hour);
        }
      }
    }
    List<Double> week = new ArrayList<>(WEEK_HOURS);
    for (int i = 0; i < WEEK_HOURS; i++) {
      week.add(sums[i] / Math.max(1, days[i / Hours.A_DAY]));
    }
    return week;
  }

  /** Share of the seen time in which a shed was full, by hour of the week; null: never seen. */
  List<@Nullable Double> fullShare(String shed) {
    List<ShedDay> days = sheds.getOrDefault(shed, List.of());
    double[] full = byHourOfWeek(days, ShedDay::day, (day, hour) -> day.fullMinutes().at(hour));
    double[] seen =
        byHourOfWeek(days, ShedDay::day, (day, hour) -> 60 - day.darkMinutes().at(hour));
    List<@Nullable Double> share = new ArrayList<>(WEEK_HOURS);
    for (int i = 0; i < WEEK_HOURS; i++) {
      share.add(seen[i] < 1 ? null : PressureShape.round(Math.min(1, full[i] / seen[i])));
    }
    return share;
  }

  /** Who would have gone to that shed first, mean a week by hour of the week. */
  double[] turnedAway(String shed) {
    double[] sums = new double[WEEK_HOURS];
    for (Walks.Group group : shown()) {
      if (group.sheds().get(0).equals(shed)) {
        List<Estimate> week = week(group);
        for (int i = 0; i < WEEK_HOURS; i++) {
          sums[i] += week.get(i).estimate();
        }
      }
    }
    return sums;
  }

  private interface OfHour<R> {
    double at(R day, int hour);
  }

  private interface OfDay<R> {
    LocalDate of(R day);
  }

  private static <R> double[] byHourOfWeek(List<R> rows, OfDay<R> day, OfHour<R> value) {
    double[] sums = new double[WEEK_HOURS];
    for (R row : rows) {
      int begin = (day.of(row).getDayOfWeek().getValue() - 1) * Hours.A_DAY;
      for (int hour = 0; hour < Hours.A_DAY; hour++) {
        sums[begin + hour] += value.at(row, hour);
      }
    }
    return sums;
  }

  private int weekdays(int weekday) {
    DayOfWeek wanted = DayOfWeek.of(weekday + 1);
    return (int)
        window
            .first()
            .datesUntil(window.last().plusDays(1))
            .filter(day -> day.getDayOfWeek() == wanted)
            .count();
  }
}
