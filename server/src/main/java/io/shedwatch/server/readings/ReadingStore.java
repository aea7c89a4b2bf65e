package io.shedwatch.server.readings;

import io.shedwatch.contract.ShedId;
import java.io.IOException;
import java.util.List;

/** Keeps readings and their roll-ups. One contract test runs against every adapter. Thread-safe. */
public interface ReadingStore extends AutoCloseable {
  /**
   * Stores a batch; on return it survives a kill of this process. A reading that is there already
   * is overwritten.
   *
   * @throws IOException when the store is away: the whole batch is to be written again
   */
  Written write(List<ShedReadings> batch) throws IOException;

  /** Stores finished roll-up buckets, replacing earlier versions of the same bucket. */
  void writeRollUps(List<RollUp> buckets) throws IOException;

  /**
   * The series of one socket, oldest first, one point a bucket that holds data, from the coarsest
   * level that still gives buckets of {@code every}.
   */
  List<Point> read(ShedId shed, int socket, Window window) throws IOException;

  /** The sum over all sockets of one shed, as {@link #read}. */
  List<Point> readShed(ShedId shed, Window window) throws IOException;

  /** Drops what is older than the retention of its level; called once an hour. */
  void retire(long nowMillis) throws IOException;

  @Override
  void close();

  /** What the store made of a batch: refused points are counted and shown, never retried. */
  record Written(int stored, int refused) {}
}
