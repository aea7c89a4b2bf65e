package io.shedwatch.server.readings;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Keeps batches on disk, in order, while the store is away. Thread-safe: one thread appends, one
 * takes away.
 */
interface ReadingSpool extends AutoCloseable {
  /** A batch that waits, and when it was spooled, epoch milliseconds. */
  record Waiting(long spooledAt, List<ShedReadings> batch) {}

  boolean isEmpty();

  /**
   * Keeps a batch; on return it survives a kill and a loss of power.
   *
   * @return false when the spool is full; nothing was kept then
   * @throws IOException when the disk failed; nothing was kept then
   */
  boolean append(long now, List<ShedReadings> batch) throws IOException;

  /** The oldest batch, which stays until {@link #removeOldest}. */
  Optional<Waiting> oldest() throws IOException;

  /** The oldest batch is in the store. */
  void removeOldest() throws IOException;

  /** Bytes on disk. */
  long bytes();

  @Override
  void close();
}
