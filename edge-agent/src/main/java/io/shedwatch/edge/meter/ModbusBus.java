package io.shedwatch.edge.meter;

import io.shedwatch.contract.ScaledTime;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection with one thread, which asks its devices once a second each.
 *
 * <p>A device that does not answer costs one timeout and is then asked less and less often, down to
 * once in half a minute, so that it hardly delays the others of its line; other lines it never
 * delays. A line that cannot be connected is tried again with a growing, jittered pause.
 */
public final class ModbusBus implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModbusBus.class);
  private static final long EVERY_MILLIS = 1_000;
  private static final long LONGEST_REST_MILLIS = 30_000;
  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;
  private static final long NANOS = 1_000_000;
  private static final int MOST_DOUBLINGS = 6;

  /**
   * A task with when it is due next: in the clock's time while well, in real time after failures.
   */
  private static final class Turn {
    final ModbusTask task;
    long due = Long.MIN_VALUE;
    long restUntilNanos;
    int failures;

    Turn(ModbusTask task) {
      this.task = task;
    }
  }

  private final ModbusPort port;
  private final InstantSource clock;
  private final ScaledTime scale;
  private final List<Turn> turns = new ArrayList<>();
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private Optional<ModbusLine> line = Optional.empty();
  private long connectAtNanos;
  private int connectFailures;
  private volatile boolean healthy;
  private volatile boolean closed;

  /**
   * A bus that is not running yet.
   *
   * @param what for the thread's name
   */
  public ModbusBus(ModbusPort port, String what, InstantSource clock, ScaledTime scale) {
    this.port = port;
    this.clock = clock;
    this.scale = scale;
    this.thread = new Thread(this::run, "modbus-" + what);
    this.connectAtNanos = System.nanoTime();
  }

  /** Before {@link #start} only. */
  void add(ModbusTask task) {
    turns.add(new Turn(task));
  }

  /** Begins to ask. */
  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** A task has become urgent; thread-safe. */
  void hurry() {
    wake.release();
  }

  /** Whether the line is connected. */
  boolean healthy() {
    return healthy;
  }

  InstantSource clock() {
    return clock;
  }

  private void run() {
    while (!closed) {
      try {
        step();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    hangUp();
  }

  private void step() throws InterruptedException {
    Optional<Turn> turn = next();
    if (turn.isEmpty() || !connected()) {
      pause();
      return;
    }
    Turn now = turn.get();
    try {
      now.task.run(line.orElseThrow());
      if (now.failures > 0) {
        LOG.info("device=back name={} failures={}", now.task.name(), now.failures);
      }
      now.failures = 0;
      now.due = nextSecond();
    } catch (ModbusLine.Refused e) {
      rest(now, e);
    } catch (IOException e) {
      rest(now, e);
      hangUp();
    }
  }

  private long nextSecond() {
    return Math.floorDiv(clock.millis(), EVERY_MILLIS) * EVERY_MILLIS + EVERY_MILLIS;
  }

  /** The most urgent, or the one that has been due longest. */
  private Optional<Turn> next() {
    long now = clock.millis();
    long nanos = System.nanoTime();
    Optional<Turn> best = Optional.empty();
    for (Turn turn : turns) {
      if (turn.task.urgent()) {
        return Optional.of(turn);
      }
      boolean ready = turn.due <= now && nanos - turn.restUntilNanos >= 0;
      if (ready && (best.isEmpty() || turn.due < best.get().due)) {
        best = Optional.of(turn);
      }
    }
    return best;
  }

  private void rest(Turn turn, IOException why) {
    turn.failures++;
    long rest =
        Math.min(
            LONGEST_REST_MILLIS, (EVERY_MILLIS / 2) << Math.min(turn.failures, MOST_DOUBLINGS));
    turn.restUntilNanos = System.nanoTime() + rest * NANOS;
    turn.due = nextSecond();
    turn.task.failed(String.valueOf(why.getMessage()));
    if (turn.failures == 1) {
      LOG.warn("device=silent name={} why={}", turn.task.name(), why.getMessage());
    }
  }

  private boolean connected() {
    if (line.isPresent()) {
      return true;
    }
    if (System.nanoTime() - connectAtNanos < 0) {
      return false;
    }
    try {
      line = Optional.of(port.connect());
      if (connectFailures > 0) {
        LOG.info("line=back name={} failures={}", port.name(), connectFailures);
      }
      connectFailures = 0;
      healthy = true;
      return true;
    } catch (IOException e) {
      connectFailures++;
      long most =
          Math.min(
              LONGEST_PAUSE_MILLIS,
              FIRST_PAUSE_MILLIS << Math.min(connectFailures, MOST_DOUBLINGS));
      long pause = most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1);
      connectAtNanos = System.nanoTime() + pause * NANOS;
      turns.forEach(turn -> turn.task.failed(String.valueOf(e.getMessage())));
      if (connectFailures == 1) {
        LOG.warn("line=down name={} why={}", port.name(), e.getMessage());
      }
      return false;
    }
  }

  private void hangUp() {
    healthy = false;
    line.ifPresent(ModbusLine::close);
    line = Optional.empty();
  }

  /** Until something is due, or somebody is in a hurry. */
  private void pause() throws InterruptedException {
    long nanos = System.nanoTime();
    long millis = EVERY_MILLIS;
    if (line.isEmpty() && connectAtNanos - nanos > 0) {
      millis = (connectAtNanos - nanos) / NANOS + 1;
    } else {
      long now = clock.millis();
      for (Turn turn : turns) {
        long due =
            turn.due == Long.MIN_VALUE ? 0 : scale.realMillisFor(Math.max(0, turn.due - now));
        long rested = Math.max(0, (turn.restUntilNanos - nanos) / NANOS + 1);
        millis = Math.min(millis, turn.failures > 0 ? Math.max(due, rested) : due);
      }
    }
    if (wake.tryAcquire(Math.max(1, millis), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  @Override
  public void close() {
    closed = true;
    wake.release();
    try {
      thread.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
