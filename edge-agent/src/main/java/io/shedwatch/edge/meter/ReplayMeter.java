package io.shedwatch.edge.meter;

import java.time.InstantSource;

/**
 * A meter that plays a recorded trace on the agent's clock, from the moment it is made. Behind an
 * open relay it shows no load; the trace goes on meanwhile. Its counter is the integral of what it
 * showed, linear between two looks.
 */
public final class ReplayMeter implements Meter {
  private static final double MILLIS = 1_000;
  private static final double MILLIS_PER_HOUR = 3_600_000;

  private final Trace trace;
  private final SimulatedRelay relay;
  private final InstantSource clock;
  private final long startedAt;
  private Sample last = Sample.NONE;

  ReplayMeter(Trace trace, SimulatedRelay relay, InstantSource clock) {
    this.trace = trace;
    this.relay = relay;
    this.clock = clock;
    this.startedAt = clock.millis();
  }

  @Override
  public Sample sample() {
    long at = clock.millis();
    Trace.Row row = trace.at((at - startedAt) / MILLIS);
    boolean powered = relay.powered();
    double watts = powered ? row.watts() : 0;
    double amperes = powered || Double.isNaN(row.amperes()) ? row.amperes() : 0;
    double wattHours =
        last.at() == Sample.NEVER
            ? 0
            : last.wattHours() + (last.watts() + watts) / 2 * (at - last.at()) / MILLIS_PER_HOUR;
    last = new Sample(at, row.volts(), amperes, watts, wattHours, Double.NaN, Contacts.NONE);
    return last;
  }
}
