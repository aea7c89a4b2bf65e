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
  /** A full bike's charger draws less than this when it is cut; a trip cuts more. */
  private static final double CUT_WATTS = 100;

  private final Town town;
  private final Caretaker caretaker;

  /**
   * @param caretaker hears of each relay that opened under load
   */
  TownFeed(Town town, Caretaker caretaker) {
    this.town = town;
    this.caretaker = caretaker;
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

  /** Lets the town live until then. */
  synchronized void advance(long at) {
    town.advance(at);
  }

  /** Somebody boils water somewhere, now. */
  synchronized void boilWater(long at) {
    town.advance(at);
    town.boilWaterSomewhere(at);
  }

  private synchronized Sample measure(int shed, int socket, long at, boolean powered) {
    town.advance(at);
    TownSocket here = town.socket(shed, socket);
    if (powered && !here.relayClosed()) {
      here.closeRelay(at);
    } else if (!powered && here.relayClosed()) {
      if (here.sample(at).watts() > CUT_WATTS) {
        caretaker.called(at, shed, socket);
      }
      here.openRelay(at);
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
}
