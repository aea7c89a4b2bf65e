package io.shedwatch.server.readings;

import io.shedwatch.server.readings.RollUp.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which file holds what: raw readings one file a UTC day, one-minute roll-ups one a UTC month,
 * one-hour roll-ups one for all time.
 */
final class SqliteNames {
  private static final Pattern RAW = Pattern.compile("raw-(\\d{4}-\\d\\d-\\d\\d)\\.sqlite");
  private static final Pattern MINUTE = Pattern.compile("minute-(\\d{4}-\\d\\d)\\.sqlite");

  private SqliteNames() {}

  static String raw(long at) {
    return "raw-" + day(at) + ".sqlite";
  }

  static String rollUp(Level level, long at) {
    return switch (level) {
      case MINUTE -> "minute-" + YearMonth.from(day(at)) + ".sqlite";
      case HOUR -> "hour.sqlite";
    };
  }

  /** The raw files of {@code from <= at < to}, oldest first. */
  static List<String> raws(long from, long to) {
    List<String> names = new ArrayList<>();
    for (LocalDate day = day(from); !day.isAfter(day(to - 1)); day = day.plusDays(1)) {
      names.add("raw-" + day + ".sqlite");
    }
    return names;
  }

  /** The roll-up files of {@code from <= at < to}, oldest first. */
  static List<String> rollUps(Level level, long from, long to) {
    if (level == Level.HOUR) {
      return List.of(rollUp(level, from));
    }
    List<String> names = new ArrayList<>();
    YearMonth last = YearMonth.from(day(to - 1));
    for (YearMonth month = YearMonth.from(day(from));
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      names.add("minute-" + month + ".sqlite");
    }
    return names;
  }

  /** When the last moment of a file has passed, epoch milliseconds; empty for files kept always. */
  static Optional<Long> end(String name) {
    Matcher raw = RAW.matcher(name);
    if (raw.matches()) {
      return Optional.of(start(LocalDate.parse(raw.group(1)).plusDays(1)));
    }
    Matcher minute = MINUTE.matcher(name);
    if (minute.matches()) {
      return Optional.of(start(YearMonth.parse(minute.group(1)).plusMonths(1).atDay(1)));
    }
    return Optional.empty();
  }

  static boolean isRaw(String name) {
    return RAW.matcher(name).matches();
  }

  private static LocalDate day(long at) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.UTC);
  }

  private static long start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}
