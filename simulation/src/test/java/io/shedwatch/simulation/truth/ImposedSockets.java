package io.shedwatch.simulation.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Real people, imposed scarcity: measured residential sessions of ten Norwegian places where
 * everybody has an own socket, played again with so many sockets that some find none. Who is turned
 * away is then known exactly.
 */
final class ImposedSockets {
  static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
  private static final long DAY = 86_400_000L;

  private ImposedSockets() {}

  /** Somebody who plugged in. */
  record Plugged(String user, long at, long gone) {}

  /** All sessions by place, in the order of time. */
  static Map<String, List<Plugged>> read(Path folder) {
    Map<String, List<Plugged>> places = new LinkedHashMap<>();
    try (var lines = Files.lines(folder.resolve("sessions.csv"))) {
      lines.skip(1).map(line -> line.split(",", -1)).forEach(cells -> add(places, cells));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    places.values().forEach(list -> list.sort(Comparator.comparingLong(Plugged::at)));
    return places;
  }

  private static void add(Map<String, List<Plugged>> places, String[] cells) {
    if (cells[4].isBlank()) {
      return; // 38 sessions of nobody knows what length.
    }
    places
        .computeIfAbsent(cells[0], ignored -> new ArrayList<>())
        .add(new Plugged(cells[1], millis(cells[3]), Math.max(millis(cells[3]), millis(cells[4]))));
  }

  private static long millis(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant().toEpochMilli();
  }

  static int users(List<Plugged> all) {
    Set<String> users = new HashSet<>();
    all.forEach(one -> users.add(one.user()));
    return users.size();
  }

  /** The place with {@code sockets}: who finds none is gone. */
  static TruthTown with(int sockets, List<Plugged> all) {
    long[] until = new long[sockets];
    List<TruthTown.Charged> seen = new ArrayList<>();
    List<TruthTown.TurnedAway> lost = new ArrayList<>();
    for (Plugged one : all) {
      int free = -1;
      for (int socket = 0; socket < sockets && free < 0; socket++) {
        free = until[socket] <= one.at() ? socket : -1;
      }
      if (free < 0) {
        lost.add(new TruthTown.TurnedAway(one.at(), 0));
      } else {
        until[free] = one.gone();
        seen.add(new TruthTown.Charged(0, free + 1, one.at(), one.gone(), one.gone()));
      }
    }
    TruthTown.Layout layout =
        new TruthTown.Layout(
            List.of(new TruthTown.House(users(all), 0, 0, 1, users(all))),
            List.of(new TruthTown.Stand(sockets, 0, 0)));
    long from = all.get(0).at();
    long end = all.get(all.size() - 1).at() + DAY;
    return new TruthTown(layout, from, end, seen, lost, List.of());
  }
}
