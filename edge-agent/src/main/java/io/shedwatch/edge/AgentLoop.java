package io.shedwatch.edge;

import io.shedwatch.contract.Command;
import io.shedwatch.contract.Limits;
import io.shedwatch.contract.ScaledTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop of one shed: samples, protects, decides usage, obeys commands, reports.
 *
 * <p>Runs once a second of its clock, and at once when a device has a fresh sample or a message has
 * come. In each step protection comes first, and a relay opens before anything is stored or told.
 */
public final class AgentLoop implements Inbox, Runnable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AgentLoop.class);
  private static final long TICK_MILLIS = 1_000;

  /** More than a person gives in the seconds between two steps; beyond it the server repeats. */
  private static final int MOST_COMMANDS = 64;

  /** More buttons than anybody presses at once; beyond it one presses again. */
  private static final int MOST_RESETS = 64;

  /** An error that repeats every second is logged once a minute. */
  private static final int LOG_EVERY_FAILURE = 60;

  private final InstantSource clock;
  private final ScaledTime scale;
  private final Bell bell;
  private final Shed shed;
  private final ArrayBlockingQueue<Command> commands = new ArrayBlockingQueue<>(MOST_COMMANDS);
  private final ArrayBlockingQueue<OptionalInt> resets = new ArrayBlockingQueue<>(MOST_RESETS);
  private final AtomicReference<Optional<Limits>> newLimits =
      new AtomicReference<>(Optional.empty());
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Runnable statusListener = () -> {};
  private volatile int limitsVersion;
  private volatile boolean closed;
  private volatile boolean started;
  private long nextTick = Long.MIN_VALUE;
  private int failures;

  /**
   * Reads what is remembered, and opens every relay that has to be open. Nothing is closed before
   * the first step.
   *
   * @param bell rung by devices that have a fresh sample
   */
  public AgentLoop(ShedParts parts, Ports ports, ScaledTime scale, Bell bell) {
    this.clock = ports.clock();
    this.scale = scale;
    this.bell = bell;
    this.shed = Shed.restored(parts, ports);
    this.limitsVersion = shed.limitsVersion();
  }

  /** What the loop calls. The clock gives epoch milliseconds at the place and never falls. */
  public record Ports(Outbox outbox, Memory memory, InstantSource clock) {}

  @Override
  public boolean command(Command command) {
    boolean taken = commands.offer(command);
    bell.ring();
    return taken;
  }

  @Override
  public void limits(Limits limits) {
    newLimits.updateAndGet(
        waiting ->
            waiting.isPresent() && waiting.get().version() > limits.version()
                ? waiting
                : Optional.of(limits));
    bell.ring();
  }

  @Override
  public int limitsVersion() {
    return limitsVersion;
  }

  @Override
  public void onStatusChange(Runnable listener) {
    statusListener = listener;
  }

  /**
   * Somebody who stands at the shed resets its alarms; thread-safe.
   *
   * @param socket empty: the shed and all its sockets
   * @return false when the queue is full
   */
  public boolean resetAtTheShed(OptionalInt socket) {
    boolean taken = resets.offer(socket);
    bell.ring();
    return taken;
  }

  /** Runs until {@link #close}. An error in a step is logged, and the next step protects again. */
  @Override
  public void run() {
    started = true;
    try {
      while (!closed) {
        stepSafely();
        bell.await(scale.realMillisFor(Math.max(0, nextTick - clock.millis())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  /** Ends the loop after its present step. Relays stay where they are. */
  @Override
  public void close() {
    closed = true;
    bell.ring();
    if (!started) {
      return;
    }
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stepSafely() {
    try {
      step();
      failures = 0;
    } catch (RuntimeException e) {
      if (failures++ % LOG_EVERY_FAILURE == 0) {
        LOG.error("step=failed shed={} failures={}", shed.name(), failures, e);
      }
    }
  }

  /** One step, now. For {@link #run}, and for simulations that own the time. */
  public void step() {
    long now = clock.millis();
    boolean tick = now >= nextTick;
    if (tick) {
      nextTick = Math.floorDiv(now, TICK_MILLIS) * TICK_MILLIS + TICK_MILLIS;
    }
    shed.protect(now, tick);
    takeLimits(now);
    List<OptionalInt> pressed = new ArrayList<>(0);
    resets.drainTo(pressed);
    pressed.forEach(socket -> shed.resetAtTheShed(now, socket));
    List<Command> waiting = new ArrayList<>(0);
    commands.drainTo(waiting);
    waiting.forEach(command -> shed.obey(now, command));
    shed.settle(now, tick);
  }

  private void takeLimits(long now) {
    Optional<Limits> newest = newLimits.getAndSet(Optional.empty());
    if (newest.isPresent() && shed.apply(now, newest.get())) {
      limitsVersion = newest.get().version();
      statusListener.run();
    }
  }
}
