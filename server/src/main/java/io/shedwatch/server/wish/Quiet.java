package io.shedwatch.server.wish;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The hours in which nobody is woken for a full bike; over midnight when they end before they
 * begin, none when they end as they begin.
 *
 * @param fromHour of the day at the place, 0 to 23
 * @param toHour the first hour that is not quiet any more
 */
record Quiet(int fromHour, int toHour, ZoneId zone) {
  boolean holds(Instant now) {
    int hour = now.atZone(zone).getHour();
    return fromHour <= toHour
        ? fromHour <= hour && hour < toHour
        : fromHour <= hour || hour < toHour;
  }
}
