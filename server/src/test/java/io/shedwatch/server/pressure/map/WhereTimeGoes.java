package io.shedwatch.server.pressure.map;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Where the time of one thread goes: its stack is looked at every few milliseconds, and a look
 * counts for the part, of those that are named, that was called last. Time on the clock and time on
 * the processor: the first is what somebody waits for, the second says more on a machine that has
 * other work.
 */
final class WhereTimeGoes {
  private static final long EVERY_NANOS = 5_000_000;
  private static final long MILLI = 1_000_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Thread watched = Thread.currentThread();
  private final List<String> parts;
  private final Map<String, Spent> spent = new TreeMap<>();
  private final Thread looking;
  private volatile boolean over;

  private record Spent(long clock, long processor) {
    Spent and(Spent more) {
      return new Spent(clock + more.clock, processor + more.processor);
    }

    Spent since(Spent before) {
      return new Spent(clock - before.clock, processor - before.processor);
    }
  }

  /**
   * Looks at the calling thread until it is stopped.
   *
   * @param parts {@code Class.method}, or {@code Class} alone for the whole of it
   */
  WhereTimeGoes(List<String> parts) {
    this.parts = parts;
    looking = new Thread(this::look, "where-time-goes");
    looking.start();
  }

  private Spent now() {
    return new Spent(System.nanoTime(), threads.getThreadCpuTime(watched.getId()));
  }

  private void look() {
    Spent last = now();
    while (!over) {
      LockSupport.parkNanos(EVERY_NANOS);
      String part = part(watched.getStackTrace());
      Spent now = now();
      spent.merge(part, now.since(last), Spent::and);
      last = now;
    }
  }

  private String part(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
      for (String part : parts) {
        if (part.equals(type) || part.equals(type + "." + frame.getMethodName())) {
          return part;
        }
      }
    }
    return "other";
  }

  /** Ends the looking: milliseconds on the clock and on the processor by part, largest first. */
  String stop() throws InterruptedException {
    over = true;
    looking.join();
    return spent.entrySet().stream()
        .sorted(Comparator.comparingLong(one -> -one.getValue().clock()))
        .map(
            one ->
                "%s %d (%d)"
                    .formatted(
                        one.getKey(),
                        one.getValue().clock() / MILLI,
                        one.getValue().processor() / MILLI))
        .collect(Collectors.joining(", "));
  }
}
