package io.shedwatch.server.readings;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer: gathers what the lanes bring into batches, stores them (or spools them while the
 * store is away) and then hands the tokens back, in order.
 */
final class ReadingWriter implements ReadingSink, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingWriter.class);

  /** A batch is written when it holds so many readings, or after the linger. */
  static final int BATCH_READINGS = 5_000;

  static final long LINGER_MILLIS = 200;

  /** The queue's bound: two seconds of the fastest intake planned. Lanes block beyond it. */
  static final int MAX_QUEUED_READINGS = 20_000;

  /** Messages without readings count in a batch too. */
  private static final int BATCH_ENTRIES = 5_000;

  private static final int MAX_QUEUED_ENTRIES = 20_000;
  private static final long CLOSE_MILLIS = 10_000;

  private final StoreWay store;
  private final ReadingSpool spool;
  private final SpoolDrain drain;
  private final InstantSource clock;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  private final Deque<Entry> queue = new ArrayDeque<>();
  private int queued;
  private boolean closing;

  private volatile boolean blocked;
  private volatile String trouble = "";

  private record Entry(List<ShedReadings> readings, int size, Runnable durable) {}

  ReadingWriter(StoreWay store, ReadingSpool spool, SpoolDrain drain, InstantSource clock) {
    this.store = store;
    this.spool = spool;
    this.drain = drain;
    this.clock = clock;
    this.thread = new Thread(this::run, "reading-writer");
  }

  void start() {
    thread.start();
  }

  @Override
  public void append(List<ShedReadings> batch, Runnable durable) throws InterruptedException {
    int size = 0;
    for (ShedReadings message : batch) {
      size += message.readings().size();
    }
    lock.lockInterruptibly();
    try {
      while (!closing && !queue.isEmpty() && isFull(size)) {
        notFull.await();
      }
      if (closing) {
        throw new IllegalStateException("the readings' writer is closed");
      }
      queue.add(new Entry(batch, size, durable));
      queued += size;
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull(int more) {
    return queued + more > MAX_QUEUED_READINGS || queue.size() >= MAX_QUEUED_ENTRIES;
  }

  private void run() {
    List<Entry> entries = new ArrayList<>();
    List<ShedReadings> batch = new ArrayList<>();
    try {
      while (take(entries)) {
        for (Entry entry : entries) {
          batch.addAll(entry.readings());
        }
        keep(batch);
        entries.forEach(ReadingWriter::handBack);
        entries.clear();
        batch = new ArrayList<>();
      }
    } catch (InterruptedException e) {
      LOG.warn("writer.interrupted unconfirmed={}", entries.size());
    }
  }

  private static void handBack(Entry entry) {
    try {
      entry.durable().run();
    } catch (RuntimeException e) {
      LOG.error("writer.token", e); // The other lanes' tokens are still owed.
    }
  }

  /** Gathers a batch; false when closed and nothing is left. */
  private boolean take(List<Entry> entries) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (queue.isEmpty()) {
        if (closing) {
          return false;
        }
        notEmpty.await();
      }
      long left = TimeUnit.MILLISECONDS.toNanos(LINGER_MILLIS);
      while (left > 0 && !closing && queued < BATCH_READINGS && queue.size() < BATCH_ENTRIES) {
        left = notEmpty.awaitNanos(left);
      }
      int readings = 0;
      while (!queue.isEmpty() && readings < BATCH_READINGS && entries.size() < BATCH_ENTRIES) {
        Entry entry = queue.remove();
        entries.add(entry);
        readings += entry.size();
      }
      queued -= readings;
      notFull.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Returns when the batch is durable. */
  private void keep(List<ShedReadings> batch) throws InterruptedException {
    Backoff backoff = Backoff.of(100, 5_000);
    while (!batch.isEmpty()) {
      // What is in the spool is older and goes first.
      if ((spool.isEmpty() && store.store(batch)) || spooled(batch)) {
        break;
      }
      blocked = true;
      drain.awaitRoom(backoff.nextMillis());
      backoff = backoff.longer();
    }
    blocked = false;
  }

  private boolean spooled(List<ShedReadings> batch) {
    try {
      if (spool.append(clock.millis(), batch)) {
        drain.wake();
        return true;
      }
      trouble("the spool is full");
    } catch (IOException e) {
      trouble(e.toString());
    }
    return false;
  }

  private void trouble(String words) {
    trouble = words;
    if (!blocked) {
      LOG.error("spool.blocked bytes={} error={}", spool.bytes(), words);
    }
  }

  int queued() {
    lock.lock();
    try {
      return queued;
    } finally {
      lock.unlock();
    }
  }

  boolean isBlocked() {
    return blocked;
  }

  String trouble() {
    return trouble;
  }

  /** Keeps what is queued, but waits no longer than ten seconds for a store that is away. */
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      notFull.signalAll();
      notEmpty.signalAll();
    } finally {
      lock.unlock();
    }
    Threads.end(thread, CLOSE_MILLIS);
  }
}
