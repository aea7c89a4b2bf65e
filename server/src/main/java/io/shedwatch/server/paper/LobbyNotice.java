package io.shedwatch.server.paper;

import io.shedwatch.server.pressure.map.JdbcShedWeek;
import io.shedwatch.server.pressure.map.ShedFill;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What the notice in the lift lobby says of a week.
 *
 * @param ranked sheds that were seen long enough to be compared
 * @param fullest in the evening, the fullest first; empty where there are too few data
 * @param emptiest in the evening, the emptiest first; none of them is among the fullest
 * @param hours of hours 0 to 23
 */
record LobbyNotice(
    int ranked, List<Evening> fullest, List<Evening> emptiest, List<HourOfDay> hours) {
  /** Bikes come home between these hours; the estate's day is long enough without the night. */
  static final int EVENING_FROM = 17;

  static final int EVENING_TO = 23;

  /** Before this hour nobody walks to a shed. */
  static final int MORNING = 6;

  /** A shed is compared that was seen in the evening for four of seven days. */
  static final double ENOUGH_MINUTES = 4 * (EVENING_TO - EVENING_FROM) * 60;

  /** Of ten walks to a shed at such an hour at most one is in vain. */
  static final double FREE_SHARE = 0.1;

  private static final int MOST_NAMED = 3;

  LobbyNotice {
    fullest = List.copyOf(fullest);
    emptiest = List.copyOf(emptiest);
    hours = List.copyOf(hours);
  }

  /**
   * A shed's evenings.
   *
   * @param fullShare of the time, 0 to 1
   * @param freeSockets on average
   */
  record Evening(String shed, int sockets, double fullShare, double freeSockets) {}

  /**
   * An hour of the day over all sheds that are compared.
   *
   * @param fullShare of the sheds' time, 0 to 1; empty: seen for less than half of the week
   * @param freeSockets of all sheds together, on average
   */
  record HourOfDay(OptionalDouble fullShare, double freeSockets) {
    boolean free() {
      return fullShare.isPresent() && fullShare.getAsDouble() <= FREE_SHARE;
    }
  }

  /**
   * Hours one after the other.
   *
   * @param to excluded
   */
  record Range(int from, int to) {}

  static LobbyNotice of(JdbcShedWeek.Week week) {
    List<ShedFill> seen =
        week.sheds().stream()
            .filter(shed -> shed.between(EVENING_FROM, EVENING_TO).seenMinutes() >= ENOUGH_MINUTES)
            .toList();
    boolean enough = !seen.isEmpty() && 2 * seen.size() >= week.sheds().size();
    if (!enough) {
      return new LobbyNotice(seen.size(), List.of(), List.of(), List.of());
    }
    List<Evening> ordered =
        seen.stream()
            .map(LobbyNotice::evening)
            .sorted(
                Comparator.comparingDouble(Evening::fullShare)
                    .reversed()
                    .thenComparingDouble(one -> one.freeSockets() / one.sockets()))
            .toList();
    List<Evening> backwards = new ArrayList<>(ordered);
    Collections.reverse(backwards);
    return new LobbyNotice(
        seen.size(),
        ordered.subList(0, Math.min(MOST_NAMED, (ordered.size() + 1) / 2)),
        backwards.subList(0, Math.min(MOST_NAMED, ordered.size() / 2)),
        IntStream.range(0, 24).mapToObj(hour -> hour(seen, hour)).toList());
  }

  boolean tooFew() {
    return fullest.isEmpty();
  }

  /** Hours from the morning on in which a walk is hardly ever in vain. */
  List<Range> freeHours() {
    List<Range> ranges = new ArrayList<>();
    int from = -1;
    for (int hour = MORNING; hour <= hours.size(); hour++) {
      boolean free = hour < hours.size() && hours.get(hour).free();
      if (free && from < 0) {
        from = hour;
      } else if (!free && from >= 0) {
        ranges.add(new Range(from, hour));
        from = -1;
      }
    }
    return ranges;
  }

  private static Evening evening(ShedFill shed) {
    ShedFill.Hour evening = shed.between(EVENING_FROM, EVENING_TO);
    return new Evening(
        shed.shed(),
        shed.sockets(),
        evening.fullMinutes() / evening.seenMinutes(),
        evening.freeMinutes() / evening.seenMinutes());
  }

  private static HourOfDay hour(List<ShedFill> sheds, int hour) {
    ShedFill.Hour all =
        sheds.stream()
            .map(shed -> shed.hours().get(hour))
            .reduce(ShedFill.Hour.NONE, ShedFill.Hour::plus);
    double whole = sheds.size() * JdbcShedWeek.DAYS * 60.0;
    if (all.seenMinutes() * 2 < whole) {
      return new HourOfDay(OptionalDouble.empty(), 0);
    }
    double free =
        sheds.stream()
            .map(shed -> shed.hours().get(hour))
            .filter(one -> one.seenMinutes() > 0)
            .mapToDouble(one -> one.freeMinutes() / one.seenMinutes())
            .sum();
    return new HourOfDay(OptionalDouble.of(all.fullMinutes() / all.seenMinutes()), free);
  }
}
