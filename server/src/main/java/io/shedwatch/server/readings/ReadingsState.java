package io.shedwatch.server.readings;

/**
 * How the way into the store is doing: for health and metrics.
 *
 * @param queued readings in the bounded queue
 * @param spoolBytes bytes on disk
 * @param spoolAgeMillis how long the oldest spooled batch has been waiting; 0 when none waits
 * @param stored readings that the store took since the start
 * @param refused readings that the store refused since the start (type conflict, too old): lost
 * @param trouble the newest error's words while the way is not direct, else empty
 */
public record ReadingsState(
    Way way,
    int queued,
    long spoolBytes,
    long spoolAgeMillis,
    long stored,
    long refused,
    String trouble) {
  /** Where readings go. */
  public enum Way {
    /** Straight into the store. */
    DIRECT,
    /** Onto the disk, until the store is back and all of it is drained. */
    SPOOLING,
    /** Nowhere: the store is away and the spool is full or fails. Receipts stop. */
    BLOCKED
  }
}
