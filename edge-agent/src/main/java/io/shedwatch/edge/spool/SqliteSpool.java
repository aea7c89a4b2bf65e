package io.shedwatch.edge.spool;

import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Stamp;
import io.shedwatch.contract.Stamped;
import io.shedwatch.edge.uplink.Backlog.Lane;
import io.shedwatch.edge.uplink.Held;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One shed's spool: what is in memory, what is on the disk, and the commits that bring the one to
 * the other.
 *
 * <p>Two locks: {@code memory} is held for microseconds, by the loop too; {@code disk} is held for
 * a commit and is taken first where both are. A seq is drawn under {@code memory} and reaches the
 * disk in one commit with all before it, so that the disk holds each boot's seqs without a gap,
 * whenever the process is killed. Readings wait up to five seconds for their commit and are sent
 * meanwhile: what a receipt covers before then never wears the medium.
 */
final class SqliteSpool implements AutoCloseable {
  /** After a commit that failed. */
  private static final long RETRY_NANOS = 2_000_000_000L;

  /** A card that takes longer must not hold up protection; its commit goes on. */
  private static final long PATIENCE_NANOS = 500_000_000L;

  static final Duration MAX_AGE = Duration.ofDays(60);
  private static final long AGE_CHECK_NANOS = 3_600_000_000_000L;
  private static final Logger LOG = LoggerFactory.getLogger(SqliteSpool.class);

  private final ReentrantLock memory = new ReentrantLock();
  private final Condition tried = memory.newCondition();
  private final ReentrantLock diskLock = new ReentrantLock();
  private final String name;
  private final SqliteDisk disk;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Codec codec = new Codec();
  private final Ledger ledger;
  private final Unwritten unwritten;
  private volatile Runnable wakeWriter = () -> {};
  private volatile Runnable onAppend = () -> {};
  private long triedUpTo;
  private boolean urgent;
  private boolean inTrouble;
  private boolean closed;
  private long notBeforeNanos;
  private long ageCheckedNanos;

  /**
   * @param name of the shed, for the log
   * @param ledger of all that the disk holds, with the new boot
   * @param kept what the disk keeps by name
   */
  SqliteSpool(
      String name,
      SqliteDisk disk,
      Ledger ledger,
      Map<String, String> kept,
      Spool.Sources sources) {
    this.name = name;
    this.disk = disk;
    this.clock = sources.place();
    this.nanoTime = sources.nanoTime();
    this.ledger = ledger;
    long now = nanoTime.getAsLong();
    this.unwritten = new Unwritten(ledger, kept, now);
    this.notBeforeNanos = now;
    this.ageCheckedNanos = now - AGE_CHECK_NANOS;
  }

  /** Who brings batches to the disk when asked; returns at once. */
  void wakeWriterBy(Runnable wake) {
    wakeWriter = wake;
  }

  /** Who is told that there is more to send; must return at once. */
  void onAppend(Runnable listener) {
    onAppend = listener;
  }

  /** Whether everything new is in memory only: the disk refuses, or did at the start. */
  boolean inTrouble() {
    return guarded(() -> inTrouble) || !disk.isLasting();
  }

  String name() {
    return name;
  }

  Codec codec() {
    return codec;
  }

  long nanos() {
    return nanoTime.getAsLong();
  }

  InstantSource clock() {
    return clock;
  }

  /** Runs the work under the memory lock: what it changes is in one commit. */
  <T> T guarded(Supplier<T> work) {
    memory.lock();
    try {
      return work.get();
    } finally {
      memory.unlock();
    }
  }

  /** For the holder of the memory lock. */
  Ledger ledger() {
    return mine(ledger);
  }

  /** For the holder of the memory lock. */
  Unwritten unwritten() {
    return mine(unwritten);
  }

  private <T> T mine(T guarded) {
    if (!memory.isHeldByCurrentThread()) {
      throw new IllegalStateException("only for the holder of the memory lock");
    }
    return guarded;
  }

  /** Draws the next seq for the message that {@code build} makes of its stamp. */
  Held append(long at, Function<Stamp, Stamped> build) {
    Held message =
        guarded(
            () -> {
              Stamp stamp = new Stamp(ledger.boot().id(), ledger.nextSeq(), at, false);
              Held next = held(ledger.lastId() + 1, build.apply(stamp));
              unwritten.append(next, nanoTime.getAsLong());
              return next;
            });
    onAppend.run();
    return message;
  }

  Held held(long id, Stamped message) {
    return new Held(
        id, message.channel(), message.boot(), message.seq(), message.at(), codec.encode(message));
  }

  /**
   * Returns when all changes so far are on the disk, when the disk refused them, or when it takes
   * longer than protection may wait.
   */
  void commit() {
    memory.lock();
    try {
      urgent = true;
      long upTo = unwritten.changes();
      wakeWriter.run();
      long left = PATIENCE_NANOS;
      while (triedUpTo < upTo && left > 0 && !closed && !inTrouble) {
        left = tried.awaitNanos(left);
      }
      if (left <= 0) {
        LOG.warn("spool={} commit=slow waitedMillis={}", name, PATIENCE_NANOS / 1_000_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      memory.unlock();
    }
  }

  /** Brings to the disk what is due; for the writer's thread. */
  void flushIfDue() {
    long now = nanoTime.getAsLong();
    boolean due =
        guarded(() -> !closed && now - notBeforeNanos >= 0 && (urgent || unwritten.isDue(now)));
    if (due) {
      flush();
    }
  }

  /** Brings everything to the disk. */
  void flush() {
    diskLock.lock();
    try {
      Batch batch = guarded(this::takeBatch);
      try {
        IdRanges victims = disk.write(batch);
        settle(batch, () -> unwritten.written(batch, victims), false);
        if (!victims.isEmpty()) {
          LOG.warn("spool={} full=true dropped={}", name, victims.size());
        }
      } catch (SQLException | RuntimeException e) {
        if (settle(batch, () -> unwritten.putBack(batch), true)) {
          LOG.error("spool={} disk=refuses", name, e);
        }
      }
    } finally {
      diskLock.unlock();
    }
  }

  private Batch takeBatch() {
    urgent = false;
    long now = nanoTime.getAsLong();
    long oldest = 0;
    if (now - ageCheckedNanos >= AGE_CHECK_NANOS) {
      ageCheckedNanos = now;
      oldest = Math.max(0, clock.millis() - MAX_AGE.toMillis());
    }
    return unwritten.take(oldest, now);
  }

  /** Whether the disk's state changed. */
  private boolean settle(Batch batch, Runnable outcome, boolean refused) {
    boolean changed =
        guarded(
            () -> {
              outcome.run();
              triedUpTo = batch.upTo();
              notBeforeNanos = refused ? nanoTime.getAsLong() + RETRY_NANOS : nanoTime.getAsLong();
              tried.signalAll();
              boolean different = inTrouble != refused;
              inTrouble = refused;
              return different;
            });
    if (changed && !refused) {
      LOG.info("spool={} disk=accepts", name);
    }
    return changed;
  }

  /** The messages held in that lane above {@code id}, oldest first. */
  List<Held> after(long id, Lane lane, int atMost) {
    diskLock.lock();
    try {
      return new SqliteReader(this, disk).after(id, lane, atMost);
    } finally {
      diskLock.unlock();
    }
  }

  Optional<Held> message(long id) {
    diskLock.lock();
    try {
      return new SqliteReader(this, disk).message(id);
    } finally {
      diskLock.unlock();
    }
  }

  @Override
  public void close() {
    if (guarded(() -> closed)) {
      return;
    }
    flush();
    diskLock.lock();
    try {
      guarded(
          () -> {
            closed = true;
            tried.signalAll();
            return closed;
          });
      disk.close();
    } catch (SQLException e) {
      LOG.error("spool={} close=failed", name, e);
    } finally {
      diskLock.unlock();
    }
  }
}
