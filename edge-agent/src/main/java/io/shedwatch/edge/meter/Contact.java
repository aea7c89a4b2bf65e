package io.shedwatch.edge.meter;

/** A dry contact of some device. */
public enum Contact {
  OFF,
  ON,
  /** There is one, and its device does not answer. */
  SILENT,
  /** There is none, or it was not read yet. */
  UNKNOWN;

  public static Contact of(boolean on) {
    return on ? ON : OFF;
  }
}
