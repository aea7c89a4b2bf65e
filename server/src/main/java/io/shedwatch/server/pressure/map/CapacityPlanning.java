package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.Estimate;
import io.shedwatch.server.pressure.capacity.Evenings;
import io.shedwatch.server.pressure.capacity.Extension;
import io.shedwatch.server.pressure.capacity.Wanted;
import io.shedwatch.server.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Plays evenings with more sockets: from what is kept of the newest estimate to a plan. */
final class CapacityPlanning {
  /** Evenings that a plan is found on; it is judged on others. */
  private static final int FOUND_ON = 3;

  private static final int JUDGED_ON = 20;
  private static final int WEEKS = 4;
  private static final double FIVE_PERCENT = 0.05;

  /** Of a charging bike where nothing was measured; chargers take 100 to 300 W. */
  private static final double USUAL_WATTS = 250;

  private static final double MINUTE_MILLIS = 60_000;
  private static final double LEAST_CHARGE_MINUTES = 10;

  private final Site site;
  private final Walks walks;

  CapacityPlanning(Site site, Walks walks) {
    this.site = site;
    this.walks = walks;
  }

  /**
   * A plan.
   *
   * @param sockets by shed, in the order of the site
   * @param most by shed, that limits allow
   */
  record Plan(
      List<Integer> sockets,
      List<Integer> most,
      Estimate now,
      Estimate fewer,
      Estimate fewerIfMoved) {}

  Plan plan(Fit fit, List<GroupDay> days, Watched watched, int more, int movedMinutes) {
    Wanted wanted = new Wanted(groups(days), stays(watched));
    int[] now = site.sheds().stream().mapToInt(Site.Shed::sockets).toArray();
    int[] most =
        site.sheds().stream()
            .mapToInt(shed -> Extension.most(shed.sockets(), shed.ratedWatts(), USUAL_WATTS))
            .toArray();
    int[] after = Extension.plan(evenings(wanted, FOUND_ON, 0, 1), now, most, more);
    List<Evenings> judged = evenings(wanted, JUDGED_ON, fit.trust().total(), 2);
    List<Double> away = new ArrayList<>();
    judged.forEach(one -> away.add(one.turnedAwayADay(now, Double.POSITIVE_INFINITY)));
    Collections.sort(away);
    return new Plan(
        boxed(after),
        boxed(most),
        interval(away),
        interval(Extension.fewer(judged, now, after, Double.POSITIVE_INFINITY)),
        interval(Extension.fewer(judged, now, now, movedMinutes)));
  }

  /** Demand differs between evenings by as much as the estimate may be wrong. */
  private static List<Evenings> evenings(
      Wanted wanted, int count, double relativeVariance, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    List<Evenings> evenings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double scale = Math.max(0.2, 1 + Math.sqrt(relativeVariance) * normal(chance));
      evenings.add(Evenings.draw(wanted, WEEKS, scale, chance));
    }
    return evenings;
  }

  private static double normal(SplittableRandom chance) {
    return Math.sqrt(-2 * Math.log(1 - chance.nextDouble()))
        * Math.cos(2 * Math.PI * chance.nextDouble());
  }

  private static Estimate interval(List<Double> ordered) {
    int last = ordered.size() - 1;
    int tail = (int) Math.floor(FIVE_PERCENT * ordered.size());
    double mean = ordered.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    return new Estimate(mean, ordered.get(tail), ordered.get(last - tail));
  }

  private List<Wanted.Group> groups(List<GroupDay> days) {
    Map<String, double[]> sums = new HashMap<>();
    Map<String, int[]> counts = new HashMap<>();
    for (GroupDay day : days) {
      if (day.demand().isPresent()) {
        int weekday = weekday(day.day());
        double[] sum = sums.computeIfAbsent(day.sheds(), ignored -> new double[MapView.WEEK_HOURS]);
        counts.computeIfAbsent(day.sheds(), ignored -> new int[7])[weekday]++;
        for (int hour = 0; hour < Hours.A_DAY; hour++) {
          sum[weekday * Hours.A_DAY + hour] += day.demand().get().at(hour);
        }
      }
    }
    List<Wanted.Group> groups = new ArrayList<>();
    for (Walks.Group group : walks.groups()) {
      double[] sum = sums.getOrDefault(group.key(), new double[MapView.WEEK_HOURS]);
      int[] count = counts.getOrDefault(group.key(), new int[7]);
      List<Double> perHour = new ArrayList<>();
      for (int hour = 0; hour < sum.length; hour++) {
        perHour.add(sum[hour] / Math.max(1, count[hour / Hours.A_DAY]));
      }
      groups.add(
          new Wanted.Group(group.sheds().stream().map(shed -> index(shed)).toList(), perHour));
    }
    return groups;
  }

  private static int weekday(LocalDate day) {
    return day.getDayOfWeek().getValue() - 1;
  }

  private int index(String shed) {
    return walks.shedIndex().getOrDefault(shed, 0);
  }

  /**
   * Stays of which both ends are known; where there is none, three hours and then three quarters.
   */
  private List<Wanted.Stayed> stays(Watched watched) {
    List<Wanted.Stayed> stays = new ArrayList<>();
    for (Charge charge : watched.charges()) {
      double minutes = (charge.endedAt() - charge.startedAt()) / MINUTE_MILLIS;
      if (charge.endedAt() > 0 && minutes >= LEAST_CHARGE_MINUTES) {
        double full =
            charge.finishedAt() > 0
                ? (charge.finishedAt() - charge.startedAt()) / MINUTE_MILLIS
                : minutes;
        int hour = Instant.ofEpochMilli(charge.startedAt()).atZone(site.timezone()).getHour();
        stays.add(new Wanted.Stayed(hour, full, Math.max(0, minutes - full)));
      }
    }
    return stays.isEmpty() ? List.of(new Wanted.Stayed(18, 180, 45)) : stays;
  }

  private static List<Integer> boxed(int[] values) {
    return java.util.Arrays.stream(values).boxed().toList();
  }
}
