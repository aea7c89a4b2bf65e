package io.shedwatch.edge.meter;

/** A dry contact of some device. */
public enum Contact {
  OFF,
  ON,
  /** There is none, or it cannot be read. */
  UNKNOWN;

  public static Contact of(boolean on) {
    return on ? ON : OFF;
  }
}
