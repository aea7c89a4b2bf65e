package io.shedwatch.server.readings;

import io.shedwatch.contract.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a bucket holds, worked out the slow way: every value holds until the next reading or so
 * long, and energy is what the counter moved. Shares no code with the folds.
 */
final class StepFunction {
  private static final long HOLDS_MILLIS = 330_000;

  private final TreeMap<Long, Reading> readings = new TreeMap<>();

  void add(long at, Reading reading) {
    readings.put(at, reading);
  }

  Map<Long, Reading> readings() {
    return readings;
  }

  /** Buckets of that width that hold something, by their start; only what a meter measured. */
  Map<Long, Bucket> buckets(long width) {
    TreeMap<Long, Bucket> buckets = new TreeMap<>();
    List<Map.Entry<Long, Reading>> all = new ArrayList<>(readings.entrySet());
    for (int i = 0; i < all.size(); i++) {
      long at = all.get(i).getKey();
      Reading reading = all.get(i).getValue();
      bucket(buckets, at, width).see(reading.watts());
      long next = i + 1 < all.size() ? all.get(i + 1).getKey() : Long.MAX_VALUE;
      hold(buckets, width, at, Math.min(next, at + HOLDS_MILLIS), reading.watts());
      if (i > 0) {
        energy(buckets, width, all.get(i - 1), all.get(i));
      }
    }
    return buckets;
  }

  private static void hold(
      Map<Long, Bucket> buckets, long width, long from, long to, double watts) {
    for (long at = from; at < to; ) {
      long end = Math.min(to, at - at % width + width);
      Bucket bucket = bucket(buckets, at, width);
      bucket.see(watts);
      bucket.heldMillis += end - at;
      bucket.wattMillis += watts * (end - at);
      at = end;
    }
  }

  private static void energy(
      Map<Long, Bucket> buckets,
      long width,
      Map.Entry<Long, Reading> before,
      Map.Entry<Long, Reading> after) {
    double from = before.getValue().wattHours();
    double to = after.getValue().wattHours();
    double energy = to >= from ? to - from : to; // A meter that was reset counts from 0.
    long begin = before.getKey();
    long end = after.getKey();
    if (end - begin >= HOLDS_MILLIS) {
      bucket(buckets, end, width).wattHours += energy;
      return;
    }
    for (long at = begin; at < end; ) {
      long until = Math.min(end, at - at % width + width);
      bucket(buckets, at, width).wattHours += energy * (until - at) / (end - begin);
      at = until;
    }
  }

  private static Bucket bucket(Map<Long, Bucket> buckets, long at, long width) {
    return buckets.computeIfAbsent(at - at % width, start -> new Bucket());
  }

  /** Sums of one bucket. */
  static final class Bucket {
    long heldMillis;
    double wattMillis;
    double wattsMin = Double.POSITIVE_INFINITY;
    double wattsMax = Double.NEGATIVE_INFINITY;
    double wattHours;

    private void see(double watts) {
      wattsMin = Math.min(wattsMin, watts);
      wattsMax = Math.max(wattsMax, watts);
    }
  }
}
