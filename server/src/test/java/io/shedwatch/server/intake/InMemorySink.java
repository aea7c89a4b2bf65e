package io.shedwatch.server.intake;

import io.shedwatch.contract.Reading;
import io.shedwatch.server.readings.ReadingSink;
import io.shedwatch.server.readings.ShedReadings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps readings; durable at once, or when the test lets it. */
final class InMemorySink implements ReadingSink {
  private final Map<String, Reading> stored = new TreeMap<>();
  private final Deque<Runnable> held = new ArrayDeque<>();
  private boolean holding;

  @Override
  public void append(List<ShedReadings> batch, Runnable durable) {
    synchronized (this) {
      for (ShedReadings readings : batch) {
        for (Reading reading : readings.readings()) {
          stored.put(readings.shed() + "/" + reading.socket() + "/" + readings.at(), reading);
        }
      }
      if (holding) {
        held.add(durable);
        return;
      }
    }
    durable.run();
  }

  /** From now on nothing gets durable. */
  synchronized void hold() {
    holding = true;
  }

  synchronized int heldBatches() {
    return held.size();
  }

  /** Everything held gets durable, in order. */
  void release() {
    List<Runnable> all;
    synchronized (this) {
      holding = false;
      all = List.copyOf(held);
      held.clear();
    }
    all.forEach(Runnable::run);
  }

  synchronized int size() {
    return stored.size();
  }
}
