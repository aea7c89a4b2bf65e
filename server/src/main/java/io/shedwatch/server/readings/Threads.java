package io.shedwatch.server.readings;

/** Ends this room's threads. */
final class Threads {
  private Threads() {}

  /** Waits for the thread's own end, then interrupts it. */
  static void end(Thread thread, long withinMillis) {
    try {
      thread.join(withinMillis);
      thread.interrupt();
      thread.join(withinMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
