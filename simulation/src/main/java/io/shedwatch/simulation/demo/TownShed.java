package io.shedwatch.simulation.demo;

import io.shedwatch.contract.Limits;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.edge.ShedParts;
import io.shedwatch.edge.meter.Contacts;
import io.shedwatch.edge.meter.SimulatedMeter;
import io.shedwatch.edge.meter.SimulatedRelay;
import io.shedwatch.edge.meter.WiredSocket;
import io.shedwatch.simulation.town.TownMap;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A shed of the town with its relays, which outlive the loops that switch them.
 *
 * @param index in the town's map
 * @param relays of socket 1 and so on
 */
record TownShed(int index, ShedAddress address, List<SimulatedRelay> relays) {
  TownShed {
    relays = List.copyOf(relays);
  }

  /** All sheds of a map, every relay closed. */
  static List<TownShed> of(String site, TownMap map) {
    List<TownShed> sheds = new ArrayList<>();
    for (TownMap.ShedSite shed : map.sheds()) {
      List<SimulatedRelay> relays =
          IntStream.range(0, shed.sockets())
              .mapToObj(socket -> new SimulatedRelay(RelayPosition.CLOSED))
              .toList();
      sheds.add(new TownShed(sheds.size(), ShedAddress.of(site, shed.shed()), relays));
    }
    return List.copyOf(sheds);
  }

  int sockets() {
    return relays.size();
  }

  /** What a loop looks after, with meters that look at the town on that clock. */
  ShedParts parts(TownFeed feed, InstantSource clock) {
    List<WiredSocket> wired = new ArrayList<>(relays.size());
    for (int socket = 1; socket <= relays.size(); socket++) {
      SimulatedRelay relay = relays.get(socket - 1);
      SimulatedMeter meter = new SimulatedMeter(feed.load(index, socket), relay, clock);
      wired.add(new WiredSocket(socket, meter, relay));
    }
    // A trip that the loops before did not live to see reset is no reason to stay open.
    return new ShedParts(
        address.shed().value(),
        wired,
        () -> Contacts.NONE,
        Limits.DEFAULTS,
        ShedParts.Start.AFTER_POWER_CUT);
  }
}
