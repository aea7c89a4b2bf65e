package io.shedwatch.server.intake.step;

import io.shedwatch.contract.Reading;
import java.util.List;

/**
 * Readings that are stored and shown, and whose turn in the order of sessions has not come.
 *
 * @param at epoch milliseconds at the place
 */
public record Waiting(long seq, long at, List<Reading> readings) {
  public Waiting {
    readings = List.copyOf(readings);
  }
}
