package io.shedwatch.server.intake;

import io.shedwatch.contract.Reading;
import io.shedwatch.server.readings.ReadingSink;
import io.shedwatch.server.readings.ShedReadings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps readings over kills; what it has not written yet dies with the process. */
final class MortalStore implements ReadingSink {
  private record Load(List<ShedReadings> batch, Runnable durable) {}

  private final Map<String, Reading> kept = new TreeMap<>();
  private final Deque<Load> waiting = new ArrayDeque<>();

  @Override
  public void append(List<ShedReadings> batch, Runnable durable) {
    waiting.add(new Load(batch, durable));
  }

  /** Writes at most so many batches, and says so. */
  void write(int most) {
    for (int i = 0; i < most && !waiting.isEmpty(); i++) {
      Load load = waiting.remove();
      for (ShedReadings message : load.batch()) {
        message.readings().forEach(one -> kept.put(key(message.shed().value(), one, message), one));
      }
      load.durable().run();
    }
  }

  private static String key(String shed, Reading reading, ShedReadings message) {
    return shed + "/" + reading.socket() + "/" + message.at();
  }

  /** The process is gone. */
  void forgetWaiting() {
    waiting.clear();
  }

  /** By shed, socket and time. */
  Map<String, Reading> kept() {
    return kept;
  }
}
