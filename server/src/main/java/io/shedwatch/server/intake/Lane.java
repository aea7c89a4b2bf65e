package io.shedwatch.server.intake;

import io.micrometer.core.instrument.Tags;
import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.Rejected;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Topic;
import io.shedwatch.contract.Will;
import io.shedwatch.server.intake.step.Consequence.Refusal;
import io.shedwatch.server.intake.step.Moments;
import io.shedwatch.server.intake.step.ShedEvent;
import io.shedwatch.server.readings.ShedReadings;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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
  private static final int MOST_SETTLED = 100;

  /** How long an idle lane sleeps: receipts and timed rules are late by this at most. */
  private static final long IDLE_MILLIS = 100;

  private static final long TICK_MILLIS = 1_000;

  /** A stranger's messages beyond this many between two ticks are counted only. */
  private static final int MOST_STRANGERS = 20;

  private static final int MOST_BODY_CHARS = 2_000;

  private final BlockingQueue<Object> inbox;
  private final Deque<Settled> durable = new ArrayDeque<>();
  private final LaneBooks books;
  private final ReadingsHand hand;
  private final LaneMeters meters;
  private final InstantSource clock;
  private final Codec codec = new Codec();
  private final Thread thread;
  private volatile boolean running = true;
  private volatile boolean connected;
  private long tickedAt;
  private int strangers;

  /** Readings that the store holds now. */
  private record Durable(List<Settled> messages) {}

  /** One event of one shed and whom to tell when it is settled. */
  record Settled(ShedAddress shed, ShedEvent event, Arrived.Ack ack) {}

  /**
   * @param capacity in messages: as many as may be under way between broker and store
   */
  Lane(String name, int capacity, LaneBooks books, ReadingsHand hand, LaneMeters meters) {
    // A message is in the queue once as arrived and once as durable, never both: half is spare.
    this.inbox = new ArrayBlockingQueue<>(2 * capacity + MOST_TAKEN);
    this.books = books;
    this.hand = hand;
    this.meters = meters;
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
        turn(taken);
      } catch (InterruptedException e) {
        running = false;
      } catch (RuntimeException e) {
        // Rules that break stop their shed only, in LaneBooks. This is the lane itself.
        LOG.error("lane failed lane={}", thread.getName(), e);
      }
    }
    books.close();
  }

  private void turn(List<Object> taken) throws InterruptedException {
    taken.clear();
    Object first = durable.isEmpty() ? inbox.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS) : null;
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
      strangers = 0;
      books.tick(now);
    }
    books.publishReceipts(now);
  }

  private void sort(List<Object> taken) throws InterruptedException {
    List<Settled> urgent = new ArrayList<>();
    List<Settled> readings = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    List<Arrived.Ack> strangersAcks = new ArrayList<>();
    for (Object item : taken) {
      if (item instanceof Durable stored) {
        durable.addAll(stored.messages());
        continue;
      }
      Arrived arrived = (Arrived) item;
      Optional<Settled> known = decode(arrived);
      if (known.isEmpty()) {
        strangersAcks.add(arrived.ack());
        stranger(arrived).ifPresent(refusals::add);
      } else if (known.get().event() instanceof ShedEvent.Heard heard
          && heard.message() instanceof Readings) {
        readings.add(known.get());
      } else {
        urgent.add(known.get());
      }
    }
    if (!urgent.isEmpty() || !strangersAcks.isEmpty()) {
      books.settle(urgent, refusals, strangersAcks, true);
    }
    store(readings);
  }

  /** The event of a message; empty for one that belongs to no shed of this lane. */
  private Optional<Settled> decode(Arrived arrived) {
    Decoded decoded = codec.decode(arrived.topic(), arrived.body());
    if (decoded instanceof Rejected rejected) {
      meters.rejected(rejected.reason());
      return Topic.parse(arrived.topic())
          .map(Topic::address)
          .filter(books::has)
          .map(shed -> new Settled(shed, refused(arrived, rejected), arrived.ack()));
    }
    Decoded.Good good = (Decoded.Good) decoded;
    if (!books.has(good.from())) {
      meters.rejected(Rejected.Reason.UNKNOWN_SHED);
      return Optional.empty();
    }
    meters.message(good.message().channel());
    if (good.message() instanceof Stamped stamped) {
      ShedEvent heard = new ShedEvent.Heard(stamped, arrived.receivedAt());
      return Optional.of(new Settled(good.from(), heard, arrived.ack()));
    }
    if (good.message() instanceof Will will) {
      ShedEvent heard = new ShedEvent.WillHeard(will, arrived.receivedAt());
      return Optional.of(new Settled(good.from(), heard, arrived.ack()));
    }
    // The server's own channels are not subscribed to: somebody plays server.
    meters.rejected(Rejected.Reason.WRONG_TOPIC);
    return Optional.empty();
  }

  private static ShedEvent refused(Arrived arrived, Rejected rejected) {
    return new ShedEvent.Refused(
        rejected, arrived.topic(), text(arrived.body()), arrived.receivedAt());
  }

  private Optional<Refusal> stranger(Arrived arrived) {
    if (strangers++ >= MOST_STRANGERS) {
      return Optional.empty();
    }
    boolean ours = Topic.parse(arrived.topic()).isPresent();
    Rejected.Reason reason = ours ? Rejected.Reason.UNKNOWN_SHED : Rejected.Reason.WRONG_TOPIC;
    String detail = ours ? "the site file has no such shed" : "no topic of ours";
    return Optional.of(
        new Refusal(
            arrived.topic(), reason.word(), detail, text(arrived.body()), arrived.receivedAt()));
  }

  private static String text(byte[] body) {
    int length = Math.min(body.length, MOST_BODY_CHARS);
    return new String(body, 0, length, StandardCharsets.UTF_8);
  }

  /** Hands readings to the store; repetitions and empty heartbeats have nothing to store. */
  private void store(List<Settled> readings) {
    if (readings.isEmpty()) {
      return;
    }
    List<ShedReadings> batch = new ArrayList<>(readings.size());
    for (Settled message : readings) {
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
    List<Settled> some = new ArrayList<>(MOST_SETTLED);
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
