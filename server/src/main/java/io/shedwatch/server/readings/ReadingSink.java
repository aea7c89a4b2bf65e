package io.shedwatch.server.readings;

import java.util.List;

/**
 * The lanes' way into the store: batches go in, and a call comes back when they are durable (in the
 * store, or in the on-disk spool while the store is away).
 */
public interface ReadingSink {
  /**
   * Takes a batch; blocks while the bounded queue is full. {@code durable} runs on the writer's
   * thread, once, in the order of the calls, and only hands a token back to the lane.
   */
  void append(List<ShedReadings> batch, Runnable durable) throws InterruptedException;
}
