package io.shedwatch.server.wish;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.forecast.ShedSeen;
import io.shedwatch.server.forecast.SocketSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Sheds whose sockets a test sets, and residents who wait. */
final class Estate implements WishScreen {
  /** 2026-01-07T19:00 in Shanghai. */
  static final Instant START = Instant.parse("2026-01-07T11:00:00Z");

  final Map<ShedId, Usage[]> usages = new TreeMap<>();
  final Set<ShedId> silent = new HashSet<>();
  final Set<ShedId> out = new HashSet<>();

  /** So many sheds s01, s02, … of so many sockets, all of them charging. */
  Estate(int sheds, int sockets) {
    for (int i = 1; i <= sheds; i++) {
      Usage[] all = new Usage[sockets];
      Arrays.fill(all, Usage.CHARGING);
      usages.put(shed(i), all);
    }
  }

  static ShedId shed(int number) {
    return new ShedId("s0" + number);
  }

  Estate set(int shed, int socket, Usage usage) {
    Objects.requireNonNull(usages.get(shed(shed)))[socket - 1] = usage;
    return this;
  }

  Sockets sockets() {
    return Sockets.on(this, START);
  }

  @Override
  public List<ShedSeen> believed(long now) {
    List<ShedSeen> believed = new ArrayList<>();
    usages.forEach(
        (shed, all) -> {
          if (!silent.contains(shed)) {
            believed.add(
                new ShedSeen(
                    believed.size(),
                    shed,
                    IntStream.rangeClosed(1, all.length)
                        .mapToObj(i -> new SocketSeen(i, all[i - 1], now, Double.NaN, 0))
                        .toList()));
          }
        });
    return believed;
  }

  @Override
  public boolean isOut(ShedId shed, long now) {
    return out.contains(shed);
  }

  /** One who asked as the {@code number}th, at that minute, and waits three hours. */
  static FreeWish wish(int number, int minute, int... sheds) {
    Instant asked = minute(minute);
    return new FreeWish(
        "wish-" + number,
        number,
        Arrays.stream(sheds).mapToObj(Estate::shed).toList(),
        FreeWish.Stage.WAITING,
        asked,
        asked.plusSeconds(3 * 3_600),
        asked,
        Optional.empty());
  }

  static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }
}
