package io.shedwatch.server.intake;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Acknowledges the messages of one connection in the order of their arrival, whichever lane settles
 * them first. One thread enters, any thread settles; nobody waits.
 */
final class AckLine {
  /** Tells the broker that the message of this packet is settled. */
  interface Broker {
    void acknowledge(int packet);
  }

  private final AtomicReferenceArray<Place> line;
  private final AtomicInteger wishes = new AtomicInteger();
  private final Broker broker;
  private long entered;
  private long acknowledged;

  /**
   * @param capacity most messages unacknowledged: what the broker was told as receive maximum
   */
  AckLine(int capacity, Broker broker) {
    this.line = new AtomicReferenceArray<>(capacity);
    this.broker = broker;
  }

  private final class Place implements Arrived.Ack {
    private final int packet;
    private volatile boolean settled;

    Place(int packet) {
      this.packet = packet;
    }

    @Override
    public void settled() {
      settled = true;
      acknowledgeWhatIsNext();
    }
  }

  /**
   * The next message arrived.
   *
   * @throws IllegalStateException if the broker sent more than it may
   */
  Arrived.Ack enter(int packet) {
    Place place = new Place(packet);
    int index = (int) (entered % line.length());
    if (!line.compareAndSet(index, null, place)) {
      throw new IllegalStateException("the broker sent more than the receive maximum");
    }
    entered++;
    return place;
  }

  /** Whoever comes first acknowledges for all; who comes meanwhile leaves a wish. */
  private void acknowledgeWhatIsNext() {
    if (wishes.getAndIncrement() > 0) {
      return;
    }
    int served = 1;
    do {
      while (acknowledgeOne()) {
        // Until the first that is not settled.
      }
      served = wishes.addAndGet(-served);
    } while (served > 0);
  }

  private boolean acknowledgeOne() {
    int index = (int) (acknowledged % line.length());
    Place next = line.get(index);
    if (next == null || !next.settled) {
      return false;
    }
    // The place is free before the broker knows, so that its next message finds room.
    line.set(index, null);
    acknowledged++;
    broker.acknowledge(next.packet);
    return true;
  }
}
