package io.shedwatch.edge.meter;

import io.shedwatch.contract.RelayPosition;

/** A relay that does what it is told, unless it is told to misbehave. Thread-safe. */
public final class SimulatedRelay implements Relay {
  private volatile RelayPosition position;
  private volatile boolean welded;
  private volatile boolean silent;

  public SimulatedRelay(RelayPosition position) {
    this.position = position;
  }

  /** From now on the contact stays closed, whatever the coil says. */
  public void weld() {
    welded = true;
  }

  /** Whether the device hears no order and says nothing. */
  public void silent(boolean now) {
    silent = now;
  }

  /** Whether the socket has power. */
  public boolean powered() {
    return welded || position == RelayPosition.CLOSED;
  }

  @Override
  public void open() {
    if (!silent) {
      position = RelayPosition.OPEN;
    }
  }

  @Override
  public void close() {
    if (!silent) {
      position = RelayPosition.CLOSED;
    }
  }

  @Override
  public RelayPosition position() {
    return silent ? RelayPosition.UNTOLD : position;
  }
}
