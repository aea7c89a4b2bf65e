package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.Darkness;
import io.shedwatch.server.pressure.Stay;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Goes once through the changes of a shed and adds up, hour of the day by hour of the day. */
final class FillSweep {
  private static final double MINUTE_MILLIS = 60_000;

  private final ZoneId zone;
  private final int sockets;
  private final ShedFill.Hour[] hours = new ShedFill.Hour[Hours.A_DAY];

  private FillSweep(ZoneId zone, int sockets) {
    this.zone = zone;
    this.sockets = sockets;
    Arrays.fill(hours, ShedFill.Hour.NONE);
  }

  private record Change(long at, int taken, int dark) {}

  /**
   * A span of time.
   *
   * @param from epoch milliseconds
   * @param until epoch milliseconds, excluded
   */
  record Span(long from, long until) {}

  /**
   * How taken the shed was.
   *
   * @param index of the shed in what was seen
   */
  static ShedFill of(ZoneId zone, int index, ShedFill empty, ShedHours.Seen seen, Span span) {
    FillSweep sweep = new FillSweep(zone, empty.sockets());
    long at = span.from();
    int taken = 0;
    int dark = 0;
    for (Change change : changes(index, seen)) {
      long next = Math.min(Math.max(change.at(), span.from()), span.until());
      if (dark == 0) {
        sweep.add(at, next, taken);
      }
      taken += change.taken();
      dark += change.dark();
      at = next;
    }
    if (dark == 0) {
      sweep.add(at, span.until(), taken);
    }
    return new ShedFill(empty.shed(), empty.sockets(), List.of(sweep.hours));
  }

  private static List<Change> changes(int index, ShedHours.Seen seen) {
    List<Change> changes = new ArrayList<>();
    for (Stay stay : seen.stays()) {
      if (stay.shed() == index) {
        changes.add(new Change(stay.from(), 1, 0));
        changes.add(new Change(stay.until(), -1, 0));
      }
    }
    for (Darkness one : seen.dark()) {
      if (one.shed() == index) {
        changes.add(new Change(one.from(), 0, 1));
        changes.add(new Change(one.until(), 0, -1));
      }
    }
    changes.sort(Comparator.comparingLong(Change::at));
    return changes;
  }

  private void add(long from, long until, int taken) {
    int free = Math.max(0, sockets - taken);
    long at = from;
    while (at < until) {
      ZonedDateTime here = Instant.ofEpochMilli(at).atZone(zone);
      Instant next = here.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
      long stop = Math.min(until, next.toEpochMilli());
      double minutes = (stop - at) / MINUTE_MILLIS;
      ShedFill.Hour more = new ShedFill.Hour(minutes, free == 0 ? minutes : 0, free * minutes);
      hours[here.getHour()] = hours[here.getHour()].plus(more);
      at = stop;
    }
  }
}
