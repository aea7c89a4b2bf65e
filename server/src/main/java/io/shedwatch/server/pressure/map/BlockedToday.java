package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.Darkness;
import io.shedwatch.server.pressure.Stay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * In which share of each hour of today nothing was free in reach of a group, as far as it is over
 * and was seen. Pure.
 */
final class BlockedToday {
  private static final int MINUTE_MILLIS = 60_000;
  private static final int HOUR_MINUTES = 60;

  private final long midnight;
  private final int minutes;

  private BlockedToday(long midnight, long now) {
    this.midnight = midnight;
    this.minutes = (int) ((now - midnight) / MINUTE_MILLIS);
  }

  /**
   * By group: one number an hour that is over, empty where a shed in reach was not seen in it.
   *
   * @param midnight of the place, epoch milliseconds
   */
  static Map<String, List<OptionalDouble>> of(
      Walks walks, ShedHours.Seen seen, long midnight, long now) {
    BlockedToday today = new BlockedToday(midnight, now);
    List<int[]> taken = new ArrayList<>();
    List<int[]> dark = new ArrayList<>();
    for (int shed = 0; shed < walks.map().sockets().size(); shed++) {
      taken.add(today.taken(shed, seen.stays()));
      dark.add(today.dark(shed, seen.dark()));
    }
    Map<String, List<OptionalDouble>> byGroup = new HashMap<>();
    for (Walks.Group group : walks.groups()) {
      List<Integer> reach =
          group.sheds().stream().map(shed -> walks.shedIndex().getOrDefault(shed, 0)).toList();
      List<OptionalDouble> hours = new ArrayList<>();
      for (int hour = 0; (hour + 1) * HOUR_MINUTES <= today.minutes; hour++) {
        hours.add(share(walks.map().sockets(), reach, taken, dark, hour));
      }
      byGroup.put(group.key(), List.copyOf(hours));
    }
    return byGroup;
  }

  private static OptionalDouble share(
      List<Integer> sockets, List<Integer> reach, List<int[]> taken, List<int[]> dark, int hour) {
    int blocked = 0;
    for (int minute = hour * HOUR_MINUTES; minute < (hour + 1) * HOUR_MINUTES; minute++) {
      boolean full = true;
      for (int shed : reach) {
        if (dark.get(shed)[minute] > 0) {
          return OptionalDouble.empty();
        }
        full &= taken.get(shed)[minute] >= sockets.get(shed);
      }
      blocked += full ? 1 : 0;
    }
    return OptionalDouble.of(blocked / (double) HOUR_MINUTES);
  }

  private int[] taken(int shed, List<Stay> stays) {
    int[] count = new int[minutes];
    for (Stay stay : stays) {
      if (stay.shed() == shed) {
        add(count, stay.from(), stay.until());
      }
    }
    return count;
  }

  private int[] dark(int shed, List<Darkness> all) {
    int[] count = new int[minutes];
    for (Darkness one : all) {
      if (one.shed() == shed) {
        add(count, one.from(), one.until());
      }
    }
    return count;
  }

  private void add(int[] count, long from, long until) {
    int first = minute(from);
    int end = minute(until);
    for (int minute = first; minute < end; minute++) {
      count[minute]++;
    }
  }

  /** From 0 to the number of minutes that are over. */
  private int minute(long at) {
    long bounded = Math.max(midnight, Math.min(at, midnight + (long) minutes * MINUTE_MILLIS));
    return (int) ((bounded - midnight) / MINUTE_MILLIS);
  }
}
