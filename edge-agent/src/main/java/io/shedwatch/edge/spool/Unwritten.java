package io.shedwatch.edge.spool;

import io.shedwatch.edge.spool.Ledger.Waiting;
import io.shedwatch.edge.uplink.Held;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in memory and has to reach the disk. Touches nothing; guarded by its owner's lock. A
 * batch that failed is put back; what changed meanwhile wins over it.
 */
final class Unwritten {
  /** A flash card dies of one fsync a second. */
  static final long GROUPING_NANOS = 5_000_000_000L;

  /** Deleting may wait: what is sent twice counts once. */
  private static final long DELETING_NANOS = 60_000_000_000L;

  /** Readings in memory while the disk refuses: ten minutes at one a second, then the oldest go. */
  static final int MAX_WAITING_READINGS = 600;

  /** Alarms, outcomes and births in memory while the disk refuses; then the oldest go. */
  static final int MAX_WAITING_ALARMS = 1_000;

  private final Ledger ledger;
  private final Map<String, String> kept = new HashMap<>();
  private final Map<String, Optional<String>> keptChanges = new LinkedHashMap<>();
  private final List<Batch.Aside> asides = new ArrayList<>();
  private long changes;
  private long deletedAtNanos;

  Unwritten(Ledger ledger, Map<String, String> kept, long nowNanos) {
    this.ledger = ledger;
    this.kept.putAll(kept);
    this.deletedAtNanos = nowNanos;
  }

  /** How many changes there were; a batch holds all up to a count. */
  long changes() {
    return changes;
  }

  void append(Held message, long nowNanos) {
    ledger.append(message, nowNanos);
    changes++;
    if (ledger.waiting().size() > Math.min(MAX_WAITING_READINGS, MAX_WAITING_ALARMS)) {
      // Only ever while the disk refuses.
      IdRanges gone = new IdRanges();
      addOldestBeyond(MAX_WAITING_READINGS, true, gone);
      addOldestBeyond(MAX_WAITING_ALARMS, false, gone);
      ledger.drop(gone);
    }
  }

  void rewrite(Held message, long nowNanos) {
    ledger.rewrite(message, nowNanos);
    changes++;
  }

  private void addOldestBeyond(int atMost, boolean readings, IdRanges gone) {
    List<Long> some =
        ledger.waiting().values().stream()
            .map(Waiting::message)
            .filter(message -> message.isReadings() == readings)
            .map(Held::id)
            .toList();
    some.subList(0, Math.max(0, some.size() - atMost)).forEach(gone::add);
  }

  /** The values under keys that begin so, by key; in no order. */
  Map<String, String> kept(String prefix) {
    Map<String, String> found = new HashMap<>(kept);
    found.keySet().removeIf(key -> !key.startsWith(prefix));
    return found;
  }

  Optional<String> keptAt(String key) {
    return Optional.ofNullable(kept.get(key));
  }

  void keep(String key, String value) {
    kept.put(key, value);
    keptChanges.put(key, Optional.of(value));
    changes++;
  }

  void forget(String key) {
    if (kept.remove(key) != null) {
      keptChanges.put(key, Optional.empty());
      changes++;
    }
  }

  void setAside(Held message, String why) {
    asides.add(new Batch.Aside(message, why));
    ledger.drop(IdRanges.of(List.of(new IdRanges.Range(message.id(), message.id()))));
    changes++;
  }

  /** Whether the grouping time of the oldest message is over, or something else waits. */
  boolean isDue(long nowNanos) {
    if (!keptChanges.isEmpty() || !asides.isEmpty()) {
      return true;
    }
    Map.Entry<Long, Waiting> oldest = ledger.waiting().firstEntry();
    if (oldest != null && nowNanos - oldest.getValue().sinceNanos() >= GROUPING_NANOS) {
      return true;
    }
    return ledger.hasCoveredOnDisk() && nowNanos - deletedAtNanos >= DELETING_NANOS;
  }

  Batch take(long oldestReadings, long nowNanos) {
    deletedAtNanos = nowNanos;
    Batch batch =
        new Batch(
            changes,
            ledger.waiting().values().stream().map(Waiting::message).toList(),
            ledger.takeCoveredOnDisk(),
            ledger.dropped().copy(),
            new LinkedHashMap<>(keptChanges),
            List.copyOf(asides),
            ledger.bootsToKeep(),
            oldestReadings);
    keptChanges.clear();
    asides.clear();
    return batch;
  }

  /** The batch is on the disk; these ids had to go there. */
  void written(Batch batch, IdRanges victims) {
    ledger.written(batch.messages());
    ledger.drop(victims);
  }

  void putBack(Batch batch) {
    batch.kept().forEach(keptChanges::putIfAbsent);
    asides.addAll(0, batch.asides());
    ledger.giveBackCoveredOnDisk(batch.covered());
  }
}
