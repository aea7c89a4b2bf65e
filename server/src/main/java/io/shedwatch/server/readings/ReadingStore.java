package io.shedwatch.server.readings;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.ShedId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Keeps the readings and roll-ups of one site. One contract test runs against every adapter.
 * Thread-safe. Every method throws {@link IOException} when the store is away, hangs beyond its
 * time-out or answers with an error; the call may then be made again.
 */
public interface ReadingStore extends AutoCloseable {
  /**
   * Stores a batch; on return it survives a kill of this process and of the store. A reading that
   * is there already is overwritten. After an {@link IOException} the whole batch is to be written
   * again.
   */
  Written write(List<ShedReadings> batch) throws IOException;

  /** Stores roll-up buckets, replacing earlier versions of the same bucket. */
  void writeRollUps(List<RollUp> buckets) throws IOException;

  /**
   * Hands over the raw readings with {@code from <= at < to}, by socket and then by time.
   *
   * @return how many there were
   */
  int raw(Scope scope, long from, long to, RawVisitor visitor) throws IOException;

  /**
   * The newest meter counter of one socket before {@code at}, looking back at most {@link
   * #LOOK_MILLIS}.
   */
  Optional<Counter> counterBefore(ShedId shed, int socket, long at) throws IOException;

  /**
   * When the first raw reading of one socket at or after {@code at} was taken, epoch milliseconds,
   * looking ahead at most {@link #LOOK_MILLIS}.
   */
  OptionalLong nextAt(ShedId shed, int socket, long at) throws IOException;

  /** Hands over the buckets that start in {@code from <= at < to}, by socket and then by time. */
  void rollUps(Scope scope, RollUp.Level level, long from, long to, Consumer<RollUp> visitor)
      throws IOException;

  /** The sockets that have raw readings with {@code from <= at < to}, in no order. */
  List<Scope> heard(long from, long to) throws IOException;

  /** Drops what is older than the retention of its level; called once an hour. */
  void retire(long nowMillis) throws IOException;

  @Override
  void close();

  /** How far a counter or a next reading is looked for, milliseconds: a week. */
  long LOOK_MILLIS = 7L * 24 * 3_600_000;

  /** What the store made of a batch: refused readings are counted and shown, never retried. */
  record Written(int stored, int refused) {}

  /** A meter's counter at one time. */
  record Counter(long at, double wattHours) {}

  /** Takes one raw reading. */
  @FunctionalInterface
  interface RawVisitor {
    void reading(long at, Reading reading);
  }
}
