package io.shedwatch.simulation.load;

import java.util.Arrays;

/** Durations in nanoseconds, and their percentiles. Thread-safe; bounded by doubling an array. */
final class Latencies {
  private long[] nanos = new long[1_024];
  private int count;

  synchronized void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = duration;
  }

  synchronized int count() {
    return count;
  }

  /** The smallest duration that {@code share} of all do not exceed, in milliseconds. */
  synchronized double percentileMillis(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    int index = (int) Math.ceil(share * count) - 1;
    return sorted[Math.max(0, index)] / 1e6;
  }
}
