package io.shedwatch.server.patrol;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A whole hour of this evening in which a patrol may go.
 *
 * @param hour at which it begins
 */
public record PatrolWindow(int hour) {
  /**
   * The hour in which most wires are expected at some buildings, among those hours in which a wire
   * that is run now still hangs. Empty: no patrol goes by then.
   *
   * @param turnedAway of each building by hour of the week, 168 numbers
   */
  public static Optional<PatrolWindow> best(List<List<Double>> turnedAway, ZonedDateTime now) {
    int first = Math.max(Tonight.FIRST_HOUR, Math.min(now.getHour() + 1, Tonight.LAST_HOUR));
    int last = Math.min(Tonight.LAST_HOUR, now.getHour() + Standing.HOURS);
    int monday = (now.getDayOfWeek().getValue() - 1) * 24;
    Optional<PatrolWindow> best = Optional.empty();
    double most = -1;
    for (int hour = first; hour <= last; hour++) {
      int at = monday + hour;
      double wires = turnedAway.stream().mapToDouble(week -> Standing.wires(week, at)).sum();
      if (wires > most) {
        most = wires;
        best = Optional.of(new PatrolWindow(hour));
      }
    }
    return best;
  }

  /** 19:00–20:00. */
  public String text() {
    return hour + ":00–" + (hour + 1) + ":00";
  }
}
