package io.shedwatch.server.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** Full and still plugged in while the shed has no free socket; not said at night. */
public record IdleOccupied(long idleMillis, long offDelayMillis, int quietFrom, int quietTo) {
  static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter("idleMinutes", 30, 1, 1_440, "operator choice"),
          new Parameter("offDelaySeconds", 120, 0, 3_600, "operator choice"),
          new Parameter("quietFromHour", 23, 0, 23, "operator choice: nobody comes down"),
          new Parameter("quietToHour", 7, 0, 23, "operator choice"));

  static IdleOccupied of(RuleVersion version) {
    return new IdleOccupied(
        version.minutes("idleMinutes"),
        version.seconds("offDelaySeconds"),
        (int) Math.round(version.value("quietFromHour")),
        (int) Math.round(version.value("quietToHour")));
  }

  /**
   * The moment from which it is an alert, should nothing change.
   *
   * @param finishedSince epoch milliseconds
   * @param noneFreeSince since when the shed has no free socket, epoch milliseconds
   */
  long dueAt(long finishedSince, long noneFreeSince, ZoneId zone) {
    long due = Math.max(finishedSince + idleMillis, noneFreeSince);
    return afterQuiet(due, zone);
  }

  private long afterQuiet(long at, ZoneId zone) {
    if (quietFrom == quietTo) {
      return at;
    }
    ZonedDateTime local = Instant.ofEpochMilli(at).atZone(zone);
    int hour = local.getHour();
    boolean quiet =
        quietFrom < quietTo
            ? hour >= quietFrom && hour < quietTo
            : hour >= quietFrom || hour < quietTo;
    if (!quiet) {
      return at;
    }
    ZonedDateTime end = local.toLocalDate().atTime(quietTo, 0).atZone(zone);
    return (end.isAfter(local) ? end : end.plusDays(1)).toInstant().toEpochMilli();
  }
}
