package io.shedwatch.simulation.demo;

import io.shedwatch.edge.meter.Contacts;
import io.shedwatch.edge.meter.Sample;
import io.shedwatch.edge.meter.SimulatedLoad;
import io.shedwatch.simulation.town.Town;
import io.shedwatch.simulation.town.TownSocket;

/**
 * Lets several loops look at one town, one at a time; the first to look at a second moves it on.
 */
final class TownFeed {
  private final Town town;

  TownFeed(Town town) {
    this.town = town;
  }

  /**
   * What hangs at one socket.
   *
   * @param shed index in the town's map
   * @param socket number from 1
   */
  SimulatedLoad load(int shed, int socket) {
    return (at, powered) -> measure(shed, socket, at, powered);
  }

  private synchronized Sample measure(int shed, int socket, long at, boolean powered) {
    town.advance(at);
    TownSocket here = town.socket(shed, socket);
    if (powered != here.relayClosed()) {
      switchRelay(here, at, powered);
    }
    TownSocket.MeterValues values = here.sample(at);
    return new Sample(
        at,
        values.volts(),
        values.amperes(),
        values.watts(),
        values.wattHours(),
        values.celsius(),
        Contacts.NONE);
  }

  private static void switchRelay(TownSocket here, long at, boolean powered) {
    if (powered) {
      here.closeRelay(at);
    } else {
      here.openRelay(at);
    }
  }
}
