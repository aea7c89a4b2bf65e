package io.shedwatch.server.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * The hours of a day in which a route is told, over midnight if they end before they begin; equal
 * ends: always.
 *
 * @param fromMinute of the day, 0 to 1439, at the place
 * @param toMinute of the day, the first minute that does not belong to them
 * @param waits whether what is due outside is told when they begin; else it is not told here
 */
public record Hours(int fromMinute, int toMinute, boolean waits) {
  static final Hours ALWAYS = new Hours(0, 0, false);

  private static final int MINUTES_OF_HOUR = 60;
  private static final int MINUTES_OF_DAY = 1_440;

  public Hours {
    if (fromMinute < 0
        || fromMinute >= MINUTES_OF_DAY
        || toMinute < 0
        || toMinute >= MINUTES_OF_DAY) {
      throw new IllegalArgumentException("minutes of a day: " + fromMinute + " to " + toMinute);
    }
  }

  /** Reads {@code HH:mm}. */
  static int minute(String text) {
    return LocalTime.parse(text).toSecondOfDay() / 60;
  }

  static String text(int minute) {
    return String.format(
        Locale.ROOT, "%02d:%02d", minute / MINUTES_OF_HOUR, minute % MINUTES_OF_HOUR);
  }

  boolean holds(Instant then, ZoneId zone) {
    int minute = then.atZone(zone).toLocalTime().toSecondOfDay() / 60;
    if (fromMinute == toMinute) {
      return true;
    }
    return fromMinute < toMinute
        ? fromMinute <= minute && minute < toMinute
        : fromMinute <= minute || minute < toMinute;
  }

  /** When they begin next, after a time outside of them. */
  Instant next(Instant then, ZoneId zone) {
    ZonedDateTime day = then.atZone(zone);
    ZonedDateTime begin = day.with(LocalTime.ofSecondOfDay(fromMinute * 60L));
    return (begin.isAfter(day) ? begin : begin.plusDays(1)).toInstant();
  }
}
