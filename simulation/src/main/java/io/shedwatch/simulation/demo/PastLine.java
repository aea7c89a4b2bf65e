package io.shedwatch.simulation.demo;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Codec;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.Stamped;
import io.shedwatch.edge.uplink.Dialer;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The past of one shed on its way: from the outbox through the queue onto the line that the agent
 * shares. All but the guest's part is used by the history's thread.
 */
final class PastLine implements SharedDialer.Guest {
  private static final Logger LOG = LoggerFactory.getLogger(PastLine.class);

  private final PastQueue queue = new PastQueue();
  private final Codec codec = new Codec();
  private final BootId boot;
  private final long promised;
  private final SharedDialer dialer;
  private final PastOutbox outbox;
  private final BlockingQueue<Runnable> events;
  private volatile long stored;

  /**
   * @param promised how many messages the boot has
   * @param agents for the one connection, which the agent shares
   * @param events run by the history's thread; it must hold what all lines can have under way
   */
  PastLine(
      TownShed shed, BootId boot, long promised, Dialer agents, BlockingQueue<Runnable> events) {
    this.boot = boot;
    this.promised = promised;
    this.events = events;
    this.dialer = new SharedDialer(agents, shed.address(), boot, this);
    this.outbox = new PastOutbox(boot, promised);
  }

  /** For the agent. */
  Dialer dialer() {
    return dialer;
  }

  PastOutbox outbox() {
    return outbox;
  }

  /** From now on what the loop says is to be sent. */
  void begin() {
    outbox.begin(this::add);
  }

  private void add(Stamped message) {
    queue.add(new PastMessage(message.seq(), message.channel(), codec.encode(message)));
  }

  boolean isFull() {
    return queue.isFull();
  }

  boolean isStored() {
    return stored >= promised;
  }

  /** Sends what may go now. */
  void pump(long now) {
    Optional<PastMessage> next = queue.next(now);
    while (next.isPresent() && dialer.publish(next.get())) {
      queue.sent(now);
      next = queue.next(now);
    }
  }

  @Override
  public void up(int mostInFlight) {
    tell(() -> queue.up(mostInFlight, monotonicMillis()));
  }

  @Override
  public void down() {
    tell(queue::down);
  }

  @Override
  public void acknowledged() {
    tell(queue::acknowledged);
  }

  @Override
  public void stored(long seq) {
    tell(
        () -> {
          stored = Math.max(stored, seq);
          queue.stored(seq, monotonicMillis());
        });
  }

  private void tell(Runnable event) {
    if (!events.offer(event)) {
      LOG.error("history=stuck events={}", events.size());
    }
  }

  @Override
  public Optional<SeqRange> held() {
    long first = stored + 1;
    return first > promised ? Optional.empty() : Optional.of(new SeqRange(boot, first, promised));
  }

  static long monotonicMillis() {
    return System.nanoTime() / 1_000_000;
  }
}
