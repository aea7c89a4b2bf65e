package io.shedwatch.edge.meter;

/** What hangs at one simulated socket; written by whoever simulates. */
public interface SimulatedLoad {
  /**
   * What the meter of that socket shows.
   *
   * @param at epoch milliseconds, never falling
   * @param powered whether the relay's contact is closed
   * @return {@link Sample#NONE} for a meter that is silent; a frozen meter repeats its values under
   *     the new time
   */
  Sample measure(long at, boolean powered);
}
