package io.shedwatch.edge.meter;

import io.shedwatch.contract.RelayPosition;

/** Of a socket that is only measured: nothing can be switched. */
public enum AbsentRelay implements Relay {
  INSTANCE;

  @Override
  public void open() {
    // There is nothing to open; alarms of such a socket say so by their action.
  }

  @Override
  public void close() {
    // There is nothing to close.
  }

  @Override
  public RelayPosition position() {
    return RelayPosition.UNTOLD;
  }
}
