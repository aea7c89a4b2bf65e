package io.shedwatch.edge.meter;

import java.time.InstantSource;

/** A meter whose values come from a simulation. */
public final class SimulatedMeter implements Meter {
  private final SimulatedLoad load;
  private final SimulatedRelay relay;
  private final InstantSource clock;
  private Sample last = Sample.NONE;

  public SimulatedMeter(SimulatedLoad load, SimulatedRelay relay, InstantSource clock) {
    this.load = load;
    this.relay = relay;
    this.clock = clock;
  }

  @Override
  public Sample sample() {
    Sample newest = load.measure(clock.millis(), relay.powered());
    if (newest.at() != Sample.NEVER) {
      last = newest;
    }
    return last;
  }
}
