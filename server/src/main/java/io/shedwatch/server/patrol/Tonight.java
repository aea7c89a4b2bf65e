package io.shedwatch.server.patrol;

import io.shedwatch.server.pressure.map.JdbcEvening.Evening;
import io.shedwatch.server.site.Site;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Ranks buildings and windows of an evening, and says why in words. */
final class Tonight {
  /** Patrols go between these hours; later, people sleep. */
  static final int FIRST_HOUR = 17;

  static final int LAST_HOUR = 23;

  private final Site site;
  private final Evening evening;
  private final Map<String, WireRate> rates;
  private final double siteFactor;

  Tonight(Site site, Evening evening, Map<String, WireRate> rates) {
    this.site = site;
    this.evening = evening;
    this.rates = rates;
    this.siteFactor = WireRate.siteFactor(rates.values());
  }

  /**
   * A building and the hour in which most is expected there.
   *
   * @param hour of that evening, at the place
   * @param turnedAway expected in the five hours before
   * @param seenUntil hour of today until which those hours were seen; none of them: 0
   */
  record Candidate(Beat beat, int hour, double turnedAway, WireRate rate, int seenUntil) {}

  /** Buildings with their best hour, the highest first. */
  List<Candidate> candidates(ZonedDateTime day) {
    List<Candidate> found = new ArrayList<>();
    for (Site.Building building : site.buildings()) {
      List<Candidate> hours = new ArrayList<>();
      for (int hour = FIRST_HOUR; hour <= LAST_HOUR; hour++) {
        if (evening.turnedAway().containsKey(building.building())) {
          hours.add(candidate(building, day.getDayOfWeek(), hour));
        }
      }
      hours.stream().max(Comparator.comparingDouble(Tonight::wires)).ifPresent(found::add);
    }
    found.sort(Comparator.comparingDouble((Candidate one) -> -wires(one)));
    return found;
  }

  /** All buildings at one hour. */
  List<Candidate> at(DayOfWeek day, int hour) {
    return site.buildings().stream()
        .filter(building -> evening.turnedAway().containsKey(building.building()))
        .map(building -> candidate(building, day, hour))
        .toList();
  }

  /** The hour in which a patrol of so many minutes is expected to find most. */
  int bestHour(DayOfWeek day, double minutes) {
    int best = FIRST_HOUR;
    double most = -1;
    for (int hour = FIRST_HOUR; hour <= LAST_HOUR; hour++) {
      Route route = Route.plan(at(day, hour).stream().map(Candidate::beat).toList(), minutes);
      double wires = route.stops().stream().mapToDouble(stop -> stop.wires().estimate()).sum();
      if (wires > most) {
        most = wires;
        best = hour;
      }
    }
    return best;
  }

  private Candidate candidate(Site.Building building, DayOfWeek day, int hour) {
    int hourOfWeek = (day.getValue() - 1) * 24 + hour;
    double byPressure =
        Standing.wires(
            evening.turnedAway().getOrDefault(building.building(), List.of()), hourOfWeek);
    WireRate rate = rates.getOrDefault(building.building(), WireRate.UNKNOWN);
    return new Candidate(
        new Beat(
            building.building(), building.x(), building.y(), rate.wires(byPressure, siteFactor)),
        hour,
        byPressure / Standing.WIRING,
        rate,
        evening.seenUntilHour() > hour - Standing.HOURS
            ? Math.min(hour, evening.seenUntilHour())
            : 0);
  }

  private static double wires(Candidate one) {
    return one.beat().wires().estimate();
  }

  /** Why a building is where it is in the ranking. */
  static Site.Name reason(Candidate one) {
    String hours = (one.hour() - Standing.HOURS) + ":00–" + one.hour() + ":00";
    String away = String.format(java.util.Locale.ROOT, "%.1f", one.turnedAway());
    String zh = hours + " 约 " + away + " 人扑空（估计）";
    String en = "about " + away + " turned away " + hours + " (estimate)";
    if (one.seenUntil() > 0) {
      zh += "，" + one.seenUntil() + ":00 之前按今天的满位时间算";
      en += ", until " + one.seenUntil() + ":00 by how long sheds were full today";
    }
    if (one.rate().expected() > 0) {
      String found = String.format(java.util.Locale.ROOT, "%.1f", one.rate().found());
      String expected = String.format(java.util.Locale.ROOT, "%.1f", one.rate().expected());
      zh += "；近期巡查发现 " + found + " 根，预期 " + expected + " 根";
      en += "; recent patrols found " + found + " wires where " + expected + " were expected";
    }
    return new Site.Name(zh, en);
  }
}
