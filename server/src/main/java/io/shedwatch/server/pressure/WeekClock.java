package io.shedwatch.server.pressure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Half hours of the place's own days. A day of 23 or 25 hours has 48 slots too, the last of them is
 * shorter or longer.
 */
final class WeekClock {
  static final int SLOTS_A_DAY = 48;
  static final int SLOTS_A_WEEK = 7 * SLOTS_A_DAY;
  private static final long SLOT_MILLIS = 30 * 60_000L;

  private final long[] midnights;
  private final int firstWeekday;

  /** The days that touch {@code from} (included) to {@code until} (excluded). */
  WeekClock(ZoneId zone, long from, long until) {
    LocalDate first = Instant.ofEpochMilli(from).atZone(zone).toLocalDate();
    LocalDate last = Instant.ofEpochMilli(until - 1).atZone(zone).toLocalDate();
    int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    midnights = new long[days + 1];
    for (int day = 0; day <= days; day++) {
      midnights[day] = first.plusDays(day).atStartOfDay(zone).toInstant().toEpochMilli();
    }
    firstWeekday = first.getDayOfWeek().getValue() - 1;
  }

  int days() {
    return midnights.length - 1;
  }

  int slots() {
    return days() * SLOTS_A_DAY;
  }

  /** Slot of the week, 0 is Monday 00:00. */
  int slotOfWeek(int slot) {
    return (firstWeekday * SLOTS_A_DAY + slot) % SLOTS_A_WEEK;
  }

  /** Slot of that time, from the first day's midnight. */
  int slot(long at) {
    int low = 0;
    int high = days() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (midnights[middle] <= at) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    long within = (at - midnights[low]) / SLOT_MILLIS;
    return low * SLOTS_A_DAY + (int) Math.max(0, Math.min(SLOTS_A_DAY - 1, within));
  }

  /** When a slot ends. */
  long end(int slot) {
    int day = slot / SLOTS_A_DAY;
    int within = slot % SLOTS_A_DAY;
    return within == SLOTS_A_DAY - 1
        ? midnights[day + 1]
        : midnights[day] + (within + 1) * SLOT_MILLIS;
  }

  long start(int slot) {
    return midnights[slot / SLOTS_A_DAY] + slot % SLOTS_A_DAY * SLOT_MILLIS;
  }
}
