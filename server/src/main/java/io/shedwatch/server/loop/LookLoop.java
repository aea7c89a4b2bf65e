package io.shedwatch.server.loop;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that looks again and again until it is closed; nobody waits for it. Trouble is told once
 * and tried again until it is over: nothing that a look throws ends the loop, only its close and an
 * interrupt do.
 */
public final class LookLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LookLoop.class);

  private final String name;
  private final Pace pace;
  private final InstantSource clock;
  private final Look look;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicLong looks = new AtomicLong();
  private boolean troubled;

  /** What is done at each look. */
  public interface Look {
    /**
     * Does what is due.
     *
     * @throws InterruptedException ends the loop
     * @throws Exception trouble: what was due has to be due again at the next look
     */
    void at(Instant now) throws Exception;
  }

  /**
   * @param name of the thread, and of the loop in the log
   */
  public LookLoop(String name, Pace pace, InstantSource clock, Look look) {
    this.name = name;
    this.pace = pace;
    this.clock = clock;
    this.look = look;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /** Begins to look. */
  public void start() {
    thread.start();
  }

  /** How often it has looked, whether or not that worked. */
  public long looks() {
    return looks.get();
  }

  private void run() {
    try {
      long pause = pace.firstMillis();
      while (!stopping.await(pause, TimeUnit.MILLISECONDS)) {
        pause = lookOnce() ? pace.everyMillis() : pace.troubledMillis();
        looks.incrementAndGet();
      }
    } catch (InterruptedException e) {
      LOG.warn("interrupted, looks no more loop={}", name);
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it went well. An Error too is trouble: a loop that died would be missed by nobody. */
  private boolean lookOnce() throws InterruptedException {
    try {
      look.at(clock.instant());
    } catch (InterruptedException e) {
      throw e;
    } catch (Throwable e) {
      if (!troubled) {
        troubled = true;
        LOG.warn("look failed, trying again loop={}", name, e);
      }
      return false;
    }
    if (troubled) {
      troubled = false;
      LOG.info("looks work again loop={}", name);
    }
    return true;
  }

  /**
   * No look begins after this; one that is under way gets its time to end. It is not interrupted:
   * an interrupt in the middle of a statement would close the file of an embedded database.
   */
  @Override
  public void close() {
    stopping.countDown();
    try {
      thread.join(pace.stopMillis());
      if (thread.isAlive()) {
        LOG.warn("look did not end in time loop={} millis={}", name, pace.stopMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
