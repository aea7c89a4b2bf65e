package io.shedwatch.edge.spool;

import io.shedwatch.edge.uplink.Held;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one commit brings to the disk.
 *
 * @param upTo counts all changes of the process; this batch holds all up to here
 * @param messages new ones and births with a new body, by id
 * @param covered ids that a receipt covers: they are deleted
 * @param dropped all ids to be declared: those among them that are on the disk are deleted
 * @param kept by key; empty: forgotten
 * @param boots all that must be known after a restart, oldest first
 * @param oldestReadings readings measured before this are dropped, epoch milliseconds; 0: none are
 */
record Batch(
    long upTo,
    List<Held> messages,
    IdRanges covered,
    IdRanges dropped,
    Map<String, Optional<String>> kept,
    List<Aside> asides,
    List<Boot> boots,
    long oldestReadings) {

  /** A message that is never sent, and why. */
  record Aside(Held message, String why) {}
}
