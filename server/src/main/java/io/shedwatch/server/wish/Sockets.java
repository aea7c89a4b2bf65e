package io.shedwatch.server.wish;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.forecast.ShedSeen;
import io.shedwatch.server.forecast.SocketSeen;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The sockets of the sheds that are heard, at one moment. */
final class Sockets {
  private final Map<ShedId, TreeMap<Integer, Usage>> heard = new HashMap<>();
  private final Set<ShedId> out = new HashSet<>();

  private Sockets() {}

  /** What the screen shows now. */
  static Sockets on(WishScreen screen, Instant now) {
    Sockets sockets = new Sockets();
    for (ShedSeen shed : screen.believed(now.toEpochMilli())) {
      TreeMap<Integer, Usage> usages = new TreeMap<>();
      for (SocketSeen socket : shed.sockets()) {
        usages.put(socket.socket(), socket.usage());
      }
      sockets.heard.put(shed.shed(), usages);
      if (screen.isOut(shed.shed(), now.toEpochMilli())) {
        sockets.out.add(shed.shed());
      }
    }
    return sockets;
  }

  /** The usage of a socket; empty where nobody knows it now. */
  Optional<Usage> usage(Place place) {
    TreeMap<Integer, Usage> shed = heard.getOrDefault(place.shed(), new TreeMap<>());
    return Optional.ofNullable(shed.get(place.socket())).filter(usage -> usage != Usage.UNKNOWN);
  }

  /** The free sockets of a shed by number; none of a shed that is not heard or out of use. */
  List<Place> free(ShedId shed) {
    if (out.contains(shed)) {
      return List.of();
    }
    return heard.getOrDefault(shed, new TreeMap<>()).entrySet().stream()
        .filter(socket -> socket.getValue() == Usage.FREE)
        .map(socket -> new Place(shed, socket.getKey()))
        .toList();
  }
}
