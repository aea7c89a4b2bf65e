package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.Darkness;
import io.shedwatch.server.pressure.Stay;
import io.shedwatch.server.pressure.WalkMap;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * From rows of sessions to times in which sockets were taken. A socket holds one bike: where a row
 * says otherwise the next start ends it. When the bike left of an order that knows only the end of
 * its charge is guessed, see {@link GuessedLeaving}.
 */
public final class Occupancy {
  private Occupancy() {}

  /**
   * Times in which sockets were taken.
   *
   * @param map who walks where; without groups every shed has its own people alone
   * @param charges in any order
   * @param dark a bike that came while its shed was not seen is there, but is no arrival that could
   *     be set against an exposure
   */
  public static List<Stay> stays(
      ZoneId zone, WalkMap map, List<Charge> charges, List<Darkness> dark) {
    List<Charge> ordered = new ArrayList<>(charges);
    ordered.sort(
        Comparator.comparingInt(Charge::shed)
            .thenComparingInt(Charge::socket)
            .thenComparingLong(Charge::startedAt));
    long[] left = GuessedLeaving.of(zone, map, ordered, dark);
    Map<Integer, List<Darkness>> darkOfShed =
        dark.stream().collect(Collectors.groupingBy(Darkness::shed));
    List<Stay> stays = new ArrayList<>(ordered.size());
    for (int i = 0; i < ordered.size(); i++) {
      Charge charge = ordered.get(i);
      long until = charge.endKnown() ? end(charge) : left[i];
      if (i + 1 < ordered.size() && GuessedLeaving.sameSocket(charge, ordered.get(i + 1))) {
        until = Math.min(until, ordered.get(i + 1).startedAt());
      }
      stays.add(
          new Stay(
              charge.shed(),
              charge.startedAt(),
              Math.max(charge.startedAt(), until),
              !isDark(charge, darkOfShed.getOrDefault(charge.shed(), List.of()))));
    }
    return stays;
  }

  /**
   * Whether it began unseen.
   *
   * @param dark of its shed
   */
  private static boolean isDark(Charge charge, List<Darkness> dark) {
    return dark.stream()
        .anyMatch(one -> one.from() <= charge.startedAt() && charge.startedAt() < one.until());
  }

  private static long end(Charge charge) {
    return charge.endedAt() == 0 ? Long.MAX_VALUE : charge.endedAt();
  }
}
