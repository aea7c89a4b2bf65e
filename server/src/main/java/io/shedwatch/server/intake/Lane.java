package io.shedwatch.server.intake;

import io.micrometer.core.instrument.Tags;
import io.shedwatch.contract.Readings;
import io.shedwatch.server.intake.step.Moments;
import io.shedwatch.server.intake.step.ShedEvent;
import io.shedwatch.server.readings.ShedReadings;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that handles the messages of its sheds in order.
 *
 * <p>Of what arrived, alarms, status, outcomes and refusals are settled first and at once. Readings
 * go to the store and are settled when they are durable there; until then they are in no book, so
 * an alarm that overtakes them commits a true book. Settled means: committed, then acknowledged,
 * then told.
 */
final class Lane implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  /** Messages taken from the queue at a time. */
  private static final int MOST_TAKEN = 256;

  /** Messages of readings committed at a time: an alarm waits for one such commit at most. */
  private static final int MOST_SETTLED = 32;

  /** How long an idle lane sleeps: receipts and timed rules are late by this at most. */
  private static final long IDLE_MILLIS = 100;

  private static final long TICK_MILLIS = 1_000;

  private final BlockingQueue<Object> inbox;
  private final Deque<Unsettled> durable = new ArrayDeque<>();
  private final LaneBooks books;
  private final ReadingsHand hand;
  private final LaneMeters meters;
  private final InstantSource clock;
  private final Reception reception;
  private final Thread thread;
  private volatile boolean running = true;
  private volatile boolean connected;
  private long tickedAt;

  /** Readings that the store holds now. */
  private record Durable(List<Unsettled> messages) {}

  /**
   * @param capacity in messages: as many as may be under way between broker and store
   */
  Lane(String name, int capacity, LaneBooks books, ReadingsHand hand, LaneMeters meters) {
    // A message is in the queue once as arrived and once as durable, never both: half is spare.
    this.inbox = new ArrayBlockingQueue<>(2 * capacity + MOST_TAKEN);
    this.books = books;
    this.hand = hand;
    this.meters = meters;
    this.reception = new Reception(books::has, meters);
    this.clock = books.clock();
    this.thread = new Thread(this::run, name);
    meters
        .registry()
        .gauge("shedwatch.lane.depth", Tags.of("lane", name), inbox, BlockingQueue::size);
  }

  void start() {
    thread.start();
  }

  /** Whether there was room; never blocks. */
  boolean offer(Arrived message) {
    return inbox.offer(message);
  }

  /** The broker is there again: every receipt is said again. */
  void connected() {
    connected = true;
  }

  int depth() {
    return inbox.size();
  }

  private void run() {
    List<Object> taken = new ArrayList<>(MOST_TAKEN);
    while (running) {
      try {
        turn(taken, IDLE_MILLIS);
      } catch (InterruptedException e) {
        running = false;
      } catch (RuntimeException e) {
        // Rules that break stop their shed only, in LaneBooks. This is the lane itself.
        LOG.error("lane failed lane={}", thread.getName(), e);
      }
    }
    books.close();
  }

  /**
   * One turn: takes what arrived, settles it, says what is due. For {@link #run}, and for
   * simulations that own the time.
   *
   * @param idleMillis how long to wait for the first message, real milliseconds
   */
  void turn(List<Object> taken, long idleMillis) throws InterruptedException {
    taken.clear();
    Object first = durable.isEmpty() ? inbox.poll(idleMillis, TimeUnit.MILLISECONDS) : null;
    if (first != null) {
      taken.add(first);
    }
    inbox.drainTo(taken, MOST_TAKEN - 1);
    sort(taken);
    settleDurable();
    long now = clock.millis();
    if (connected) {
      connected = false;
      books.connected();
    }
    if (now - tickedAt >= TICK_MILLIS || now < tickedAt) {
      tickedAt = now;
      reception.tick();
      books.tick(now);
    }
    books.publishReceipts(now);
  }

  private void sort(List<Object> taken) throws InterruptedException {
    Sorted sorted = new Sorted();
    for (Object item : taken) {
      if (item instanceof Durable stored) {
        durable.addAll(stored.messages());
      } else {
        reception.sort((Arrived) item, sorted);
      }
    }
    if (sorted.hasUrgent()) {
      books.settle(sorted.urgent, sorted.strangers, sorted.strangersAcks, true);
    }
    store(sorted.readings);
  }

  /** Hands readings to the store; repetitions and empty heartbeats have nothing to store. */
  private void store(List<Unsettled> readings) {
    if (readings.isEmpty()) {
      return;
    }
    List<ShedReadings> batch = new ArrayList<>(readings.size());
    for (Unsettled message : readings) {
      ShedEvent.Heard heard = (ShedEvent.Heard) message.event();
      Readings content = (Readings) heard.message();
      if (!content.readings().isEmpty() && !books.covers(message.shed(), content)) {
        long at = Moments.believed(content.at(), heard.receivedAt());
        batch.add(new ShedReadings(message.shed().shed(), at, content.readings()));
        meters.readings(content.readings().size());
      }
    }
    if (batch.isEmpty()) {
      durable.addAll(readings);
      return;
    }
    hand.append(
        batch,
        () -> {
          if (!inbox.offer(new Durable(readings))) {
            throw new IllegalStateException("a lane got more messages than may be under way");
          }
        });
  }

  private void settleDurable() throws InterruptedException {
    if (durable.isEmpty()) {
      return;
    }
    List<Unsettled> some = new ArrayList<>(MOST_SETTLED);
    while (!durable.isEmpty() && some.size() < MOST_SETTLED) {
      some.add(durable.poll());
    }
    books.settle(some, List.of(), List.of(), false);
  }

  @Override
  public void close() {
    running = false;
    books.stop();
    thread.interrupt();
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
