package io.shedwatch.server.live;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.SiteId;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Sheds for tests: a site of a few, and what their lanes would tell. */
final class Sheds {
  /** 2026-01-01T08:00:00+08:00. */
  static final long START = 1_767_225_600_000L;

  static final SiteTime TIME = new SiteTime(ZoneId.of("Asia/Shanghai"));

  private Sheds() {}

  /** A site of {@code count} sheds s01, s02, ... of {@code sockets} sockets each. */
  static Site site(int count, int sockets) {
    List<Site.Shed> sheds =
        IntStream.rangeClosed(1, count)
            .mapToObj(
                i ->
                    new Site.Shed(
                        new ShedId(name(i)),
                        new Site.Name(i + "号车棚", "Shed " + i),
                        sockets,
                        12.5 * i,
                        40,
                        6_000))
            .toList();
    return new Site(
        new SiteId("liuxi"),
        new Site.Name("柳溪嘉园", "Liuxi Jiayuan"),
        ZoneId.of("Asia/Shanghai"),
        new Site.Reach(150, 3),
        List.of(),
        List.of(),
        sheds,
        true);
  }

  static String name(int number) {
    return String.format("s%02d", number);
  }

  static Board board(int count, int sockets) {
    return new Board(site(count, sockets), new Shapes(TIME));
  }

  /** An online shed heard at {@code heardAt}, its sockets used as told. */
  static ShedLive online(String shed, long heardAt, Usage... usages) {
    return told(shed, Optional.of(ShedState.ONLINE), heardAt, usages);
  }

  static ShedLive told(String shed, Optional<ShedState> state, long heardAt, Usage... usages) {
    return new ShedLive(
        new ShedId(shed),
        state,
        heardAt,
        IntStream.rangeClosed(1, usages.length)
            .mapToObj(
                i -> new SocketLive(reading(i, usages[i - 1], 176.2), heardAt, heardAt - 60_000))
            .toList());
  }

  static Reading reading(int socket, Usage usage, double watts) {
    return new Reading(
        socket, usage, RelayPosition.CLOSED, 221.4, 0.82, watts, 15_234.5, Double.NaN);
  }

  static Usage[] all(Usage usage, int sockets) {
    Usage[] usages = new Usage[sockets];
    Arrays.fill(usages, usage);
    return usages;
  }
}
