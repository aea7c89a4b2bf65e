package io.shedwatch.edge;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a loop; rings that come while it is awake are one. Thread-safe. */
public final class Bell {
  private final Semaphore rung = new Semaphore(0);

  public void ring() {
    if (rung.availablePermits() == 0) {
      rung.release();
    }
  }

  /**
   * Waits for a ring.
   *
   * @param atMostMillis real milliseconds; 0 or less: looks only
   */
  void await(long atMostMillis) throws InterruptedException {
    if (rung.tryAcquire(atMostMillis, TimeUnit.MILLISECONDS)) {
      rung.drainPermits();
    }
  }
}
