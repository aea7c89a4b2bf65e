package io.shedwatch.server.readings;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that keeps roll-ups and retention going, in the background. */
final class RollUpLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RollUpLoop.class);
  private static final long EVERY_MILLIS = 1_000;
  private static final long LONGEST_RETRY_MILLIS = 30_000;
  private static final long RETIRE_EVERY_MILLIS = 3_600_000;
  private static final long CLOSE_MILLIS = 2_000;

  private final RollUps rollUps;
  private final ReadingStore store;
  private final InstantSource clock;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private long retiredAt = Long.MIN_VALUE;
  private boolean failing;

  RollUpLoop(RollUps rollUps, ReadingStore store, InstantSource clock) {
    this.rollUps = rollUps;
    this.store = store;
    this.clock = clock;
    this.thread = new Thread(this::run, "reading-rollups");
  }

  void start() {
    thread.start();
  }

  private void run() {
    Backoff backoff = Backoff.of(EVERY_MILLIS, LONGEST_RETRY_MILLIS);
    try {
      boolean more = false;
      while (!closing.await(more ? 0 : backoff.nextMillis(), TimeUnit.MILLISECONDS)) {
        try {
          more = rollUps.work();
          retire();
          backoff = backoff.reset();
          recovered();
        } catch (IOException | RuntimeException e) {
          more = false;
          backoff = backoff.longer();
          failed(e);
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("rollups.interrupted"); // The journal knows what is unfinished.
    }
  }

  private void retire() throws IOException {
    long now = clock.millis();
    if (now - RETIRE_EVERY_MILLIS >= retiredAt) {
      store.retire(now);
      retiredAt = now;
    }
  }

  private void failed(Exception e) {
    if (!failing) {
      failing = true;
      LOG.warn("rollups.waiting error={}", e.toString());
    }
  }

  private void recovered() {
    if (failing) {
      failing = false;
      LOG.info("rollups.going");
    }
  }

  @Override
  public void close() {
    closing.countDown();
    Threads.end(thread, CLOSE_MILLIS);
  }
}
