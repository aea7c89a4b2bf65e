package io.shedwatch.server.readings;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what the spool holds into the store, oldest first, trying for ever. */
final class SpoolDrain implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolDrain.class);
  private static final long FIRST_RETRY_MILLIS = 500;
  private static final long LONGEST_RETRY_MILLIS = 15_000;
  private static final long CLOSE_MILLIS = 1_000;

  private final ReadingSpool spool;
  private final StoreWay store;
  private final InstantSource clock;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean closing;
  private long removed;

  private volatile long oldestSpooledAt;

  SpoolDrain(ReadingSpool spool, StoreWay store, InstantSource clock) {
    this.spool = spool;
    this.store = store;
    this.clock = clock;
    this.thread = new Thread(this::run, "reading-drain");
  }

  void start() {
    thread.start();
  }

  /** Something was spooled. */
  void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a batch left the spool, or so long. */
  void awaitRoom(long millis) throws InterruptedException {
    long left = TimeUnit.MILLISECONDS.toNanos(millis);
    lock.lockInterruptibly();
    try {
      long before = removed;
      while (!closing && removed == before && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private void tellRoom() {
    lock.lock();
    try {
      removed++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    Backoff backoff = Backoff.of(FIRST_RETRY_MILLIS, LONGEST_RETRY_MILLIS);
    try {
      while (awaitWork()) {
        if (drainOne()) {
          backoff = backoff.reset();
          tellRoom();
        } else {
          waitUnlessClosing(backoff.nextMillis());
          backoff = backoff.longer();
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("drain.interrupted"); // The spool keeps what is left for the next start.
    }
  }

  private boolean drainOne() {
    try {
      Optional<ReadingSpool.Waiting> oldest = spool.oldest();
      if (oldest.isEmpty()) {
        oldestSpooledAt = 0;
        return true;
      }
      oldestSpooledAt = oldest.get().spooledAt();
      if (!store.store(oldest.get().batch())) {
        return false;
      }
      spool.removeOldest();
      if (spool.isEmpty()) {
        oldestSpooledAt = 0;
        LOG.info("spool.drained");
      }
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.error("spool.read", e);
      return false;
    }
  }

  private boolean awaitWork() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closing && spool.isEmpty()) {
        changed.await(1, TimeUnit.SECONDS);
      }
      return !closing;
    } finally {
      lock.unlock();
    }
  }

  private void waitUnlessClosing(long millis) throws InterruptedException {
    long left = TimeUnit.MILLISECONDS.toNanos(millis);
    lock.lockInterruptibly();
    try {
      while (!closing && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** How long the oldest spooled batch has been waiting, milliseconds; 0 when none waits. */
  long ageMillis() {
    long oldest = oldestSpooledAt;
    return oldest == 0 ? 0 : Math.max(0, clock.millis() - oldest);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    Threads.end(thread, CLOSE_MILLIS);
  }
}
