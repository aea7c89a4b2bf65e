package io.shedwatch.edge.spool;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that brings the batches of all spools of the process to the disk. */
public final class SpoolWriter implements AutoCloseable {
  /** How late a grouped commit may be. */
  private static final long LOOK_MILLIS = 500;

  private static final Logger LOG = LoggerFactory.getLogger(SpoolWriter.class);

  private final List<Runnable> rounds = new CopyOnWriteArrayList<>();
  private final Semaphore asked = new Semaphore(0);
  private final Optional<Thread> thread;
  private volatile boolean closed;

  /** Starts the thread. */
  public SpoolWriter() {
    Thread started = new Thread(this::run, "spool");
    started.setDaemon(true);
    thread = Optional.of(started);
    started.start();
  }

  private SpoolWriter(Optional<Thread> thread) {
    this.thread = thread;
  }

  /** Without a thread: whoever wakes it does the round, for simulations that own the time. */
  static SpoolWriter inline() {
    return new SpoolWriter(Optional.empty());
  }

  /** Runs this at every round, twice a second or sooner when woken. */
  public void add(Runnable round) {
    rounds.add(round);
  }

  void remove(Runnable round) {
    rounds.remove(round);
  }

  void wake() {
    if (thread.isEmpty()) {
      rounds.forEach(SpoolWriter::safely);
      return;
    }
    if (asked.availablePermits() == 0) {
      asked.release();
    }
  }

  private void run() {
    try {
      while (!closed) {
        if (asked.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          asked.drainPermits();
        }
        rounds.forEach(SpoolWriter::safely);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Our own mistake in one spool must not stop the commits of the others. */
  private static void safely(Runnable round) {
    try {
      round.run();
    } catch (RuntimeException e) {
      LOG.error("spoolWriter=failed", e);
    }
  }

  /** Ends the thread after its present batch; the spools write the rest at their own end. */
  @Override
  public void close() {
    closed = true;
    wake();
    try {
      if (thread.isPresent()) {
        thread.get().join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
