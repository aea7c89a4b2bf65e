package io.shedwatch.server.readings;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.ShedId;
import io.shedwatch.server.readings.RollUp.Level;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The twin of the real stores, for tests; can be told to be away. */
public final class InMemoryReadingStore implements ReadingStore {
  private record Key(ShedId shed, int socket, long at) {}

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::shed).thenComparing(Key::socket).thenComparing(Key::at);

  private final Retention retention;
  private final TreeMap<Key, Reading> raw = new TreeMap<>(ORDER);
  private final Map<Level, TreeMap<Key, Point>> levels = new EnumMap<>(Level.class);
  private boolean away;
  private int writes;
  private int rollUpsWritten;

  public InMemoryReadingStore(Retention retention) {
    this.retention = retention;
    for (Level level : Level.values()) {
      levels.put(level, new TreeMap<>(ORDER));
    }
  }

  /** From now on every call fails, or works again. */
  public synchronized void away(boolean isAway) {
    away = isAway;
  }

  /** How often somebody tried to write readings. */
  public synchronized int writes() {
    return writes;
  }

  public synchronized int size() {
    return raw.size();
  }

  public synchronized int rollUpsWritten() {
    return rollUpsWritten;
  }

  private void answer() throws IOException {
    if (away) {
      throw new IOException("away");
    }
  }

  @Override
  public synchronized Written write(List<ShedReadings> batch) throws IOException {
    writes++;
    answer();
    int count = 0;
    for (ShedReadings message : batch) {
      for (Reading reading : message.readings()) {
        raw.put(new Key(message.shed(), reading.socket(), message.at()), reading);
        count++;
      }
    }
    return new Written(count, 0);
  }

  @Override
  public synchronized void writeRollUps(List<RollUp> buckets) throws IOException {
    answer();
    for (RollUp bucket : buckets) {
      rollUpsWritten++;
      level(bucket.level())
          .put(new Key(bucket.shed(), bucket.socket(), bucket.point().at()), bucket.point());
    }
  }

  private SortedMap<Key, Point> level(Level level) {
    return levels.computeIfAbsent(level, it -> new TreeMap<>(ORDER));
  }

  private static boolean within(Key key, Scope scope, long from, long to) {
    return key.shed().equals(scope.shed())
        && (scope.isWholeShed() || key.socket() == scope.socket())
        && key.at() >= from
        && key.at() < to;
  }

  @Override
  public synchronized int raw(Scope scope, long from, long to, RawVisitor visitor)
      throws IOException {
    answer();
    int count = 0;
    for (Map.Entry<Key, Reading> entry : raw.entrySet()) {
      if (within(entry.getKey(), scope, from, to)) {
        visitor.reading(entry.getKey().at(), entry.getValue());
        count++;
      }
    }
    return count;
  }

  @Override
  public synchronized Optional<Counter> counterBefore(ShedId shed, int socket, long at)
      throws IOException {
    List<Counter> found = new ArrayList<>();
    raw(
        Scope.socket(shed, socket),
        at - LOOK_MILLIS,
        at,
        (when, reading) -> {
          if (!Double.isNaN(reading.wattHours())) {
            found.add(new Counter(when, reading.wattHours()));
          }
        });
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
  }

  @Override
  public synchronized OptionalLong nextAt(ShedId shed, int socket, long at) throws IOException {
    List<Long> found = new ArrayList<>();
    raw(Scope.socket(shed, socket), at, at + LOOK_MILLIS, (when, reading) -> found.add(when));
    return found.stream().mapToLong(Long::longValue).findFirst();
  }

  @Override
  public synchronized void rollUps(
      Scope scope, Level level, long from, long to, Consumer<RollUp> visitor) throws IOException {
    answer();
    for (Map.Entry<Key, Point> entry : level(level).entrySet()) {
      Key key = entry.getKey();
      if (within(key, scope, from, to)) {
        visitor.accept(new RollUp(key.shed(), key.socket(), level, entry.getValue()));
      }
    }
  }

  @Override
  public synchronized List<Scope> heard(long from, long to) throws IOException {
    answer();
    return raw.keySet().stream()
        .filter(key -> key.at() >= from && key.at() < to)
        .map(key -> Scope.socket(key.shed(), key.socket()))
        .distinct()
        .toList();
  }

  @Override
  public synchronized void retire(long nowMillis) throws IOException {
    answer();
    raw.keySet().removeIf(key -> key.at() < retention.rawSince(nowMillis));
    level(Level.MINUTE).keySet().removeIf(key -> key.at() < retention.minutesSince(nowMillis));
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
