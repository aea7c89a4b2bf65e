package io.shedwatch.server.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A month as a safety officer reports it. Drills are left out.
 *
 * @param to the month's end, or now where it is not over
 * @param kinds incidents of each kind
 * @param sheds incidents of each shed; the empty name: not at a shed
 * @param stillOpen opened in the month and not resolved
 * @param overdue of those, how many were to be done by now
 * @param wattHours of the sessions that ended in the month
 * @param pressure empty: nothing of the month is estimated
 */
record Monthly(
    String month,
    Instant from,
    Instant to,
    int incidents,
    TreeMap<String, Integer> kinds,
    TreeMap<String, Integer> sheds,
    Map<String, Integer> severities,
    int stillOpen,
    int overdue,
    Times acknowledge,
    Times close,
    long sessions,
    double wattHours,
    AlarmFigures.Result alerts,
    FlyLines flyLines,
    Optional<TurnedAway> pressure) {
  /**
   * Fly-lines of the month.
   *
   * @param reported by residents
   * @param visits of patrols to a building, with what they found noted
   * @param found on these visits
   * @param cleared of those found: taken down
   */
  record FlyLines(int reported, int visits, int found, int cleared) {}

  /**
   * How long something took.
   *
   * @param count of how many
   * @param median empty: of none
   * @param ninth nine of ten took no longer
   */
  record Times(int count, Optional<Duration> median, Optional<Duration> ninth) {
    static Times of(List<Duration> durations) {
      if (durations.isEmpty()) {
        return new Times(0, Optional.empty(), Optional.empty());
      }
      List<Duration> sorted = new ArrayList<>(durations);
      sorted.sort(Duration::compareTo);
      return new Times(
          sorted.size(),
          Optional.of(sorted.get((sorted.size() - 1) / 2)),
          Optional.of(sorted.get((int) Math.ceil(sorted.size() * 0.9) - 1)));
    }
  }
}
