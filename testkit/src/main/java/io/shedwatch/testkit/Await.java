package io.shedwatch.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits until something is seen to be true, and fails with its name when it never is. */
public final class Await {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

  private Await() {}

  /** Waits up to half a minute, which is ample even on a loaded machine. */
  public static void until(String what, Callable<Boolean> condition) {
    until(what, Duration.ofSeconds(30), condition);
  }

  /** Looks every 10 ms; what the condition throws counts as not yet and is shown in the end. */
  public static void until(String what, Duration atMost, Callable<Boolean> condition) {
    long deadline = System.nanoTime() + atMost.toNanos();
    Exception last = null;
    while (System.nanoTime() < deadline) {
      try {
        if (condition.call()) {
          return;
        }
        last = null;
      } catch (Exception e) {
        last = e;
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    throw new AssertionError("not within " + atMost.toSeconds() + " s: " + what, last);
  }
}
