package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.Darkness;
import io.shedwatch.server.pressure.Stay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What each shed saw, hour by hour: who came, how long it was full, how long it was not seen. */
final class ShedHours {
  private static final double MINUTE_MILLIS = 60_000;
  private static final int HOURS = 24;

  private final ZoneId zone;
  private final LocalDate first;
  private final long from;
  private final long until;
  private final int days;

  private ShedHours(ZoneId zone, long from, long until) {
    this.zone = zone;
    this.from = from;
    this.until = until;
    first = Instant.ofEpochMilli(from).atZone(zone).toLocalDate();
    LocalDate last = Instant.ofEpochMilli(until - 1).atZone(zone).toLocalDate();
    days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
  }

  private record Change(long at, int step) {}

  /**
   * One row a shed and day, of sheds 0 … {@code sockets.size() - 1} in turn.
   *
   * @param names of the sheds, in the order of {@code sockets}
   */
  static List<ShedDay> of(
      ZoneId zone, List<Integer> sockets, List<String> names, Seen seen, long from, long until) {
    ShedHours hours = new ShedHours(zone, from, until);
    Map<Integer, List<Stay>> stays =
        seen.stays().stream().collect(Collectors.groupingBy(Stay::shed));
    Map<Integer, List<Darkness>> dark =
        seen.dark().stream().collect(Collectors.groupingBy(Darkness::shed));
    List<ShedDay> rows = new ArrayList<>();
    for (int shed = 0; shed < sockets.size(); shed++) {
      Seen here = new Seen(stays.getOrDefault(shed, List.of()), dark.getOrDefault(shed, List.of()));
      rows.addAll(hours.shed(sockets.get(shed), names.get(shed), here));
    }
    return rows;
  }

  /** What there is to go by. */
  record Seen(List<Stay> stays, List<Darkness> dark) {}

  private List<ShedDay> shed(int sockets, String name, Seen seen) {
    double[][] full = new double[days][HOURS];
    double[][] dark = new double[days][HOURS];
    int[] arrivals = new int[days];
    List<Change> taken = new ArrayList<>();
    for (Stay stay : seen.stays()) {
      taken.add(new Change(stay.from(), 1));
      taken.add(new Change(stay.until(), -1));
      if (stay.arrival() && stay.from() >= from && stay.from() < until) {
        arrivals[day(stay.from())]++;
      }
    }
    List<Change> unseen = new ArrayList<>();
    for (Darkness one : seen.dark()) {
      unseen.add(new Change(one.from(), 1));
      unseen.add(new Change(one.until(), -1));
    }
    fill(taken, sockets, full);
    fill(unseen, 1, dark);
    List<ShedDay> rows = new ArrayList<>(days);
    for (int day = 0; day < days; day++) {
      rows.add(
          new ShedDay(
              first.plusDays(day), name, arrivals[day], Hours.of(full[day]), Hours.of(dark[day])));
    }
    return rows;
  }

  /** Adds the minutes in which at least {@code most} hold. */
  private void fill(List<Change> changes, int most, double[][] minutes) {
    changes.sort(Comparator.comparingLong(Change::at).thenComparingInt(Change::step));
    int now = 0;
    long since = Long.MIN_VALUE;
    for (Change change : changes) {
      if (now >= most) {
        add(Math.max(from, since), Math.min(until, change.at()), minutes);
      }
      now += change.step();
      since = change.at();
    }
  }

  private void add(long begin, long end, double[][] minutes) {
    long at = begin;
    while (at < end) {
      ZonedDateTime here = Instant.ofEpochMilli(at).atZone(zone);
      long next =
          here.truncatedTo(java.time.temporal.ChronoUnit.HOURS)
              .plusHours(1)
              .toInstant()
              .toEpochMilli();
      long stop = Math.min(end, next);
      minutes[day(at)][here.getHour()] += (stop - at) / MINUTE_MILLIS;
      at = stop;
    }
  }

  private int day(long at) {
    LocalDate day = Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
    return (int) (day.toEpochDay() - first.toEpochDay());
  }
}
