package io.shedwatch.edge;

import io.shedwatch.contract.Limits;
import io.shedwatch.edge.meter.ContactSource;
import io.shedwatch.edge.meter.WiredSocket;
import java.util.List;

/**
 * What one loop looks after.
 *
 * @param name of the shed, for the log
 * @param sockets each number once
 * @param contacts of the shed itself
 * @param initial limits until a server sends the first ones
 * @param start what lies before this start of the agent
 */
public record ShedParts(
    String name, List<WiredSocket> sockets, ContactSource contacts, Limits initial, Start start) {
  public ShedParts {
    sockets = List.copyOf(sockets);
  }

  /** What lies before a start. */
  public enum Start {
    /**
     * The box itself has just got power: relays have fallen open, and those that nothing holds are
     * closed again.
     */
    AFTER_POWER_CUT,
    /**
     * Only the agent was away: a relay that is open for no known reason was opened by protection
     * just before a crash, and stays open as a trip.
     */
    AGENT_ONLY
  }
}
