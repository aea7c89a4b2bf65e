package io.shedwatch.server.pressure.map;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Sockets that were added later. The site file says how many a shed has now; were they counted for
 * the time before too, a shed that was full would look as if it had had room, and a measure that
 * added sockets as if nobody had been turned away before it. Pure.
 */
final class NotThereYet {
  /** A socket that was first used so long after the first of its shed was not there before. */
  private static final Duration LATER = Duration.ofDays(14);

  private NotThereYet() {}

  /** When a socket was first used. */
  record FirstUse(int shed, int socket, Instant at) {}

  /** What stands between a bike and a socket that is not there, as a charge without an arrival. */
  static List<Charge> of(List<FirstUse> uses, Instant from) {
    TreeMap<Integer, TreeMap<Integer, Instant>> sheds = new TreeMap<>();
    for (FirstUse use : uses) {
      sheds
          .computeIfAbsent(use.shed(), ignored -> new TreeMap<>())
          .merge(use.socket(), use.at(), (one, other) -> one.isBefore(other) ? one : other);
    }
    List<Charge> missing = new ArrayList<>();
    sheds.forEach(
        (shed, sockets) -> {
          Instant begin = sockets.values().stream().min(Instant::compareTo).orElse(from);
          sockets.forEach(
              (socket, first) -> {
                if (first.isAfter(from) && !first.isBefore(begin.plus(LATER))) {
                  missing.add(
                      new Charge(
                          shed, socket, from.toEpochMilli(), 0, first.toEpochMilli(), false, true));
                }
              });
        });
    return missing;
  }
}
