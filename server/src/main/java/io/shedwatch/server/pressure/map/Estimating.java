package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.Darkness;
import io.shedwatch.server.pressure.Estimator;
import io.shedwatch.server.pressure.Pressure;
import io.shedwatch.server.pressure.Start;
import io.shedwatch.server.pressure.Stay;
import io.shedwatch.server.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From what the tables say to what is kept of a night's estimate. */
final class Estimating {
  /** How often days are drawn again for the intervals. */
  static final int SAMPLES = 20;

  private static final double HOUR_MILLIS = 3_600_000;
  private static final long SEED = 1;

  private Estimating() {}

  /** A night's numbers. */
  record Night(Fit fit, List<GroupDay> groups, List<ShedDay> sheds, Start start) {
    Night took(int millis) {
      return new Night(
          new Fit(fit.fittedAt(), fit.from(), fit.to(), fit.data(), fit.trust(), millis),
          groups,
          sheds,
          start);
    }
  }

  /**
   * Estimates.
   *
   * @param lastNight what it begins with
   * @param now what is written down as the time of the estimate; the time it took is left 0
   */
  static Night of(Site site, Walks walks, Watched watched, Optional<Start> lastNight, Instant now) {
    List<Stay> stays =
        new ArrayList<>(
            Occupancy.stays(site.timezone(), walks.map(), watched.charges(), watched.dark()));
    for (Charge broken : watched.broken()) {
      long until = broken.endedAt() == 0 ? Long.MAX_VALUE : broken.endedAt();
      stays.add(
          new Stay(broken.shed(), broken.startedAt(), Math.max(broken.startedAt(), until), false));
    }
    Fit.Made made = made(watched);
    Estimator.Estimated estimated =
        Estimator.refit(
            new Estimator.Watched(
                walks.map(),
                site.timezone(),
                stays,
                watched.dark(),
                watched.from(),
                watched.until(),
                SAMPLES,
                SEED,
                made.guessedEnds() / Math.max(1.0, made.sessions() + made.orders())),
            lastNight);
    Pressure pressure = estimated.pressure();
    List<ShedDay> sheds =
        ShedHours.of(
            site.timezone(),
            walks.map().sockets(),
            site.sheds().stream().map(shed -> shed.shed().value()).toList(),
            new ShedHours.Seen(stays, watched.dark()),
            watched.from(),
            watched.until());
    Fit fit =
        new Fit(
            now,
            Instant.ofEpochMilli(watched.from()),
            Instant.ofEpochMilli(watched.until()),
            made,
            new Fit.Trust(pressure.relativeVariance(), pressure.relativeVarianceInside()),
            0);
    return new Night(fit, groups(site, walks, pressure), sheds, estimated.start());
  }

  private static List<GroupDay> groups(Site site, Walks walks, Pressure pressure) {
    LocalDate first = Instant.ofEpochMilli(pressure.from()).atZone(site.timezone()).toLocalDate();
    List<GroupDay> rows = new ArrayList<>();
    for (int group = 0; group < walks.groups().size(); group++) {
      for (int day = 0; day < pressure.days(); day++) {
        double[] hours = new double[Hours.A_DAY];
        double[] demand = new double[Hours.A_DAY];
        for (int hour = 0; hour < hours.length; hour++) {
          hours[hour] = pressure.expected(group, day, hour);
          demand[hour] = pressure.demand(group, day, hour);
        }
        rows.add(
            new GroupDay(
                first.plusDays(day),
                walks.groups().get(group).key(),
                Hours.of(hours),
                Optional.of(Hours.of(demand)),
                pressure.relativeVariance(group)));
      }
    }
    return rows;
  }

  private static Fit.Made made(Watched watched) {
    int orders = 0;
    int guessed = 0;
    int counted = 0;
    for (Charge charge : watched.charges()) {
      if (charge.startedAt() >= watched.from()) {
        counted++;
        orders += charge.imported() ? 1 : 0;
        guessed += charge.endKnown() ? 0 : 1;
      }
    }
    double dark = 0;
    for (Darkness one : watched.dark()) {
      long begin = Math.max(one.from(), watched.from());
      dark += Math.max(0, Math.min(one.until(), watched.until()) - begin) / HOUR_MILLIS;
    }
    return new Fit.Made(counted - orders, orders, guessed, dark);
  }
}
