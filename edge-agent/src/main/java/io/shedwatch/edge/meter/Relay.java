package io.shedwatch.edge.meter;

import io.shedwatch.contract.RelayPosition;

/** Switches one socket. Called by one thread, the loop's. */
public interface Relay {
  /**
   * Opens. Returns when the device has confirmed it, and after 50 ms in any case; an order that is
   * still on its way then is carried out as soon as the device can be reached.
   */
  void open();

  /**
   * Closes. Returns as {@link #open} does; an order that cannot be carried out within 2 s is
   * dropped, because nobody expects a socket to come alive later.
   */
  void close();

  /** Where the device says it stands; {@code UNTOLD} while it says nothing. Returns at once. */
  RelayPosition position();
}
