package io.shedwatch.server.intake;

import io.shedwatch.server.readings.ReadingSink;
import io.shedwatch.server.readings.ShedReadings;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries readings into the sink, which blocks while it is full: a thread of its own waits there,
 * so that alarms do not.
 */
final class ReadingsHand implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingsHand.class);

  private final ReadingSink sink;
  private final BlockingQueue<Load> loads;
  private final Thread thread;

  private record Load(List<ShedReadings> batch, Runnable durable) {}

  /**
   * @param capacity in batches; as many as messages can be under way, so that it is never full
   */
  ReadingsHand(ReadingSink sink, int capacity) {
    this.sink = sink;
    this.loads = new ArrayBlockingQueue<>(capacity);
    this.thread = new Thread(this::run, "readings-hand");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Never blocks; {@code durable} runs later on a writer's thread. */
  void append(List<ShedReadings> batch, Runnable durable) {
    if (!loads.offer(new Load(batch, durable))) {
      throw new IllegalStateException("more messages under way than the broker may send");
    }
  }

  int waiting() {
    return loads.size();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        carry(loads.take());
      }
    } catch (InterruptedException e) {
      LOG.debug("readings hand stopped loads={}", loads.size());
    }
  }

  private void carry(Load load) throws InterruptedException {
    sink.append(load.batch(), load.durable());
  }

  /** Carries what waits now and returns; for simulations, which start no thread here. */
  void carryWaiting() throws InterruptedException {
    for (Load load = loads.poll(); load != null; load = loads.poll()) {
      carry(load);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
