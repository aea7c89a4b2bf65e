package io.shedwatch.simulation.demo;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Channel;
import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Status;
import io.shedwatch.contract.Stored;
import io.shedwatch.contract.Topic;
import io.shedwatch.edge.uplink.Dialer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets a guest, the past, travel on a shed's one connection beside the agent: the agent's messages
 * go as they are, but its births say that the past is still held. The guest is let on when the
 * birth is at the broker and the server has said a receipt, so that the server has heard of the
 * past before the first of it comes. Thread-safe.
 */
final class SharedDialer implements Dialer {
  /** What the agent may have in flight; brokers allow as few as 20. */
  private static final int AGENTS_IN_FLIGHT = 16;

  private static final int GUESTS_IN_FLIGHT = 4;

  /** Who travels along; told on any thread, must return at once. */
  interface Guest {
    void up(int mostInFlight);

    void down();

    void acknowledged();

    void stored(long seq);

    /** What of the past is still to come; empty when nothing is. */
    Optional<SeqRange> held();
  }

  private final Dialer agents;
  private final ShedAddress address;
  private final BootId past;
  private final Guest guest;
  private final Codec codec = new Codec();
  private volatile Optional<SharedLine> open = Optional.empty();
  private volatile boolean serverHeard;

  /**
   * @param past the boot that the guest speaks for
   */
  SharedDialer(Dialer agents, ShedAddress address, BootId past, Guest guest) {
    this.agents = agents;
    this.address = address;
    this.past = past;
    this.guest = guest;
  }

  @Override
  public Line dial(byte[] will, Consumer<Event> events) {
    SharedLine line = new SharedLine(events);
    open = Optional.of(line);
    line.own = Optional.of(agents.dial(will, line::happened));
    return line;
  }

  /** Publishes the guest's message; false when the line does not take it now. */
  boolean publish(PastMessage message) {
    return open.map(line -> line.publishForGuest(message)).orElse(false);
  }

  private final class SharedLine implements Line {
    private final Consumer<Event> events;
    private volatile Optional<Line> own = Optional.empty();
    private volatile long birth;
    private volatile int room;
    private boolean birthTaken;
    private boolean up;

    SharedLine(Consumer<Event> events) {
      this.events = events;
    }

    @Override
    public void subscribe() {
      own.orElseThrow().subscribe();
    }

    @Override
    public boolean publish(Parcel parcel) {
      if (parcel.channel() != Channel.STATUS) {
        return own.orElseThrow().publish(parcel);
      }
      birth = parcel.id();
      return own.orElseThrow()
          .publish(
              new Parcel(
                  parcel.id(), parcel.channel(), withPast(parcel.body()), parcel.retained()));
    }

    boolean publishForGuest(PastMessage message) {
      return own.map(
              line ->
                  line.publish(
                      new Parcel(-message.seq(), message.channel(), message.body(), false)))
          .orElse(false);
    }

    @Override
    public void hangUp(boolean politely) {
      down();
      own.ifPresent(line -> line.hangUp(politely));
    }

    private void happened(Event event) {
      if (event instanceof Opened opened) {
        int most = opened.receiveMaximum();
        room = Math.max(1, Math.min(GUESTS_IN_FLIGHT, most - AGENTS_IN_FLIGHT));
        events.accept(new Opened(Math.max(1, most - room)));
        return;
      }
      if (event instanceof Acknowledged answer && answer.id() < 0) {
        guest.acknowledged();
        return;
      }
      events.accept(event);
      if (event instanceof Acknowledged answer && answer.id() == birth) {
        takenOrHeard(true);
      } else if (event instanceof Arrived arrived && !arrived.retained()) {
        heard(arrived);
      } else if (event instanceof Closed) {
        down();
      }
    }

    private void heard(Arrived arrived) {
      if (!arrived.topic().endsWith("/" + Channel.STORED.word())
          || !(codec.decode(arrived.topic(), arrived.body()) instanceof Decoded.Good good)
          || !(good.message() instanceof Stored stored)) {
        return;
      }
      if (stored.boot().equals(past)) {
        guest.stored(stored.seq());
      } else {
        serverHeard = true;
        takenOrHeard(false);
      }
    }

    private void takenOrHeard(boolean taken) {
      synchronized (this) {
        birthTaken |= taken;
        if (up || !birthTaken || !serverHeard) {
          return;
        }
        up = true;
      }
      guest.up(room);
    }

    private void down() {
      boolean wasCurrent = open.filter(line -> line == this).isPresent();
      if (wasCurrent) {
        open = Optional.empty();
        guest.down();
      }
    }
  }

  /** The birth with what the guest still has: the spool itself holds only what it will send. */
  private byte[] withPast(byte[] body) {
    Optional<SeqRange> held = guest.held();
    String topic = new Topic(address, Channel.STATUS).name();
    if (held.isEmpty()
        || !(codec.decode(topic, body) instanceof Decoded.Good good)
        || !(good.message() instanceof Status status)) {
      return body;
    }
    List<SeqRange> holds = new ArrayList<>();
    holds.add(held.get());
    status.holds().stream().filter(range -> !range.boot().equals(past)).forEach(holds::add);
    return codec.encode(
        new Status(
            status.stamp(),
            status.state(),
            status.bootNumber(),
            status.previous(),
            status.agent(),
            status.sockets(),
            status.limits(),
            holds,
            status.open()));
  }
}
