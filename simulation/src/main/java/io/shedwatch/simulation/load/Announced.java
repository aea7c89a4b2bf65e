package io.shedwatch.simulation.load;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Alarms that were announced before they were published, by the shed they are raised at, and how
 * long it took until somewhere each was seen. Thread-safe.
 */
final class Announced {
  private final Map<String, Long> publishedAt = new ConcurrentHashMap<>();
  private final Latencies latencies = new Latencies();

  /** An alarm is about to be published. */
  void published(String shed, long nanoTime) {
    publishedAt.put(shed, nanoTime);
  }

  /** It was seen; again, or one that nobody announced, is nothing. */
  void seen(String shed, long nanoTime) {
    Long published = publishedAt.remove(shed);
    if (published != null) {
      latencies.add(nanoTime - published);
    }
  }

  /** Announced and not yet seen. */
  int missing() {
    return publishedAt.size();
  }

  /** A line of figures. */
  String report(String what) {
    return String.format(
        Locale.ROOT,
        "%s=%d missing=%d p50_ms=%.2f p95_ms=%.2f p99_ms=%.2f max_ms=%.2f",
        what,
        latencies.count(),
        missing(),
        latencies.percentileMillis(0.5),
        latencies.percentileMillis(0.95),
        latencies.percentileMillis(0.99),
        latencies.percentileMillis(1));
  }
}
