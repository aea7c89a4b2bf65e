package io.shedwatch.edge.meter;

/** Measures one socket. */
public interface Meter {
  /**
   * The newest sample there is; the same one again, with its old time, while the device says
   * nothing. Returns at once: whoever has to wait for a device does so on a thread of its own.
   */
  Sample sample();
}
