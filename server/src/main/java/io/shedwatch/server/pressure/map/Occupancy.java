package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.Darkness;
import io.shedwatch.server.pressure.Stay;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From rows of sessions to times in which sockets were taken. A socket holds one bike: where a row
 * says otherwise the next start ends it. An order that knows only the end of its charge keeps its
 * socket as long as measured sessions that finished at that time of day did; where there are too
 * few of those, 45 minutes by day, and by night until half past seven (an assumption,
 * docs/pressure.md).
 */
final class Occupancy {
  private static final int PARTS_OF_DAY = 6;
  private static final int HOURS_A_PART = 24 / PARTS_OF_DAY;
  private static final int ENOUGH_MEASURED = 30;
  private static final long MINUTE = 60_000;
  private static final long USUAL_HOLD = 45 * MINUTE;
  private static final int NIGHT_FROM_HOUR = 22;
  private static final LocalTime MORNING = LocalTime.of(7, 30);

  private final ZoneId zone;
  private final List<List<Long>> holds = new ArrayList<>();

  private Occupancy(ZoneId zone, List<Charge> charges) {
    this.zone = zone;
    for (int part = 0; part < PARTS_OF_DAY; part++) {
      holds.add(new ArrayList<>());
    }
    for (Charge charge : charges) {
      boolean measured = charge.endKnown() && charge.finishedAt() > 0 && charge.endedAt() > 0;
      if (measured) {
        holds.get(part(charge.finishedAt())).add(charge.endedAt() - charge.finishedAt());
      }
    }
    holds.forEach(list -> list.sort(Comparator.naturalOrder()));
  }

  /**
   * Times in which sockets were taken.
   *
   * @param charges in any order
   * @param dark a bike that came while its shed was not seen is there, but is no arrival that could
   *     be set against an exposure
   */
  static List<Stay> stays(ZoneId zone, List<Charge> charges, List<Darkness> dark) {
    Occupancy occupancy = new Occupancy(zone, charges);
    List<Charge> ordered = new ArrayList<>(charges);
    ordered.sort(
        Comparator.comparingInt(Charge::shed)
            .thenComparingInt(Charge::socket)
            .thenComparingLong(Charge::startedAt));
    List<Stay> stays = new ArrayList<>(ordered.size());
    for (int i = 0; i < ordered.size(); i++) {
      Charge charge = ordered.get(i);
      long until = occupancy.until(charge);
      if (i + 1 < ordered.size() && sameSocket(charge, ordered.get(i + 1))) {
        until = Math.min(until, ordered.get(i + 1).startedAt());
      }
      stays.add(
          new Stay(
              charge.shed(),
              charge.startedAt(),
              Math.max(charge.startedAt(), until),
              !isDark(charge, dark)));
    }
    return stays;
  }

  private static boolean sameSocket(Charge one, Charge other) {
    return one.shed() == other.shed() && one.socket() == other.socket();
  }

  private static boolean isDark(Charge charge, List<Darkness> dark) {
    return dark.stream()
        .anyMatch(
            one ->
                one.shed() == charge.shed()
                    && one.from() <= charge.startedAt()
                    && charge.startedAt() < one.until());
  }

  private long until(Charge charge) {
    if (charge.endedAt() == 0) {
      return Long.MAX_VALUE;
    }
    if (charge.endKnown()) {
      return charge.endedAt();
    }
    List<Long> measured = holds.get(part(charge.endedAt()));
    if (measured.size() < ENOUGH_MEASURED) {
      return assumed(charge.endedAt());
    }
    // One of the measured ones, always the same for the same order.
    long draw = charge.startedAt() / 1_000 * 31 + charge.shed() * 131L + charge.socket();
    return charge.endedAt() + measured.get(Math.floorMod(draw * 2_654_435_761L, measured.size()));
  }

  private long assumed(long endedAt) {
    ZonedDateTime end = Instant.ofEpochMilli(endedAt).atZone(zone);
    boolean late = end.getHour() >= NIGHT_FROM_HOUR;
    if (!late && !end.toLocalTime().isBefore(MORNING)) {
      return endedAt + USUAL_HOLD;
    }
    ZonedDateTime morning = end.toLocalDate().plusDays(late ? 1 : 0).atTime(MORNING).atZone(zone);
    return Math.max(endedAt, morning.toInstant().toEpochMilli());
  }

  private int part(long at) {
    return Instant.ofEpochMilli(at).atZone(zone).getHour() / HOURS_A_PART;
  }
}
