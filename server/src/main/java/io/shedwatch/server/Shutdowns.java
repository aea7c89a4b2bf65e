package io.shedwatch.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be stopped in reverse; each room is registered right after its start. */
final class Shutdowns implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Shutdowns.class);

  private final Deque<Step> steps = new ArrayDeque<>();

  private record Step(String room, AutoCloseable stop) {}

  synchronized <T extends AutoCloseable> T register(String room, T stop) {
    steps.push(new Step(room, stop));
    return stop;
  }

  /** Stops all; a room that fails to stop does not keep the others running. */
  @Override
  public synchronized void close() {
    while (!steps.isEmpty()) {
      Step step = steps.pop();
      try {
        step.stop().close();
      } catch (Exception e) {
        LOG.error("room did not stop cleanly room={}", step.room(), e);
      }
    }
  }
}
