package io.shedwatch.edge.uplink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Twin of the Paho dialer: a network and a broker that refuse, lose, delay, repeat and reorder, on
 * the test's time. The other end hears what comes through.
 */
public final class SimulatedNetwork implements Dialer {
  /** How bad it is; probabilities from 0 to 1, delays in milliseconds. */
  public record Weather(double refuse, double lose, double repeat, double cut, long delayMillis) {
    public static final Weather FINE = new Weather(0, 0, 0, 0, 20);
  }

  /** The other end. */
  public interface OtherEnd {
    void arrived(Parcel parcel);

    void lost(byte[] will);
  }

  private record Due(long at, long order, Runnable work) {}

  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
  private final Random random;
  private final OtherEnd otherEnd;
  final List<SimulatedLine> lines = new ArrayList<>();
  public Weather weather = Weather.FINE;
  private long now;
  private long order;

  public SimulatedNetwork(Random random, OtherEnd otherEnd) {
    this.random = random;
    this.otherEnd = otherEnd;
  }

  /** Lets everything happen that is due by then. */
  public void passTo(long millis) {
    now = millis;
    while (!due.isEmpty() && due.peek().at() <= now) {
      due.remove().work().run();
    }
    if (!lines.isEmpty() && random.nextDouble() < weather.cut()) {
      newest().cut();
    }
  }

  public SimulatedLine newest() {
    return lines.get(lines.size() - 1);
  }

  /** Whether somebody ever dialed. */
  public boolean isDialed() {
    return !lines.isEmpty();
  }

  private void later(Runnable work) {
    long delay = 1 + (weather.delayMillis() == 0 ? 0 : random.nextLong(weather.delayMillis()));
    due.add(new Due(now + delay, order++, work));
  }

  @Override
  public Line dial(byte[] will, Consumer<Event> events) {
    SimulatedLine line = new SimulatedLine(will, events);
    lines.add(line);
    if (random.nextDouble() < weather.refuse()) {
      later(() -> line.closed("refused"));
    } else {
      later(
          () -> {
            line.up = true;
            line.tell(new Opened(20));
          });
    }
    return line;
  }

  /** One connection; delays of each message are its own, so messages overtake each other. */
  public final class SimulatedLine implements Line {
    final byte[] will;
    final List<Parcel> published = new ArrayList<>();
    private final Consumer<Event> events;
    private boolean up;
    private boolean over;

    SimulatedLine(byte[] will, Consumer<Event> events) {
      this.will = will;
      this.events = events;
    }

    private void tell(Event event) {
      if (!over) {
        events.accept(event);
      }
    }

    private void closed(String why) {
      if (!over) {
        tell(new Closed(why));
        over = true;
        up = false;
      }
    }

    /** Breaks it, as a broker that dies does. */
    public void cut() {
      if (up && !over) {
        otherEnd.lost(will);
        closed("cut");
      }
    }

    /** Something from the server. */
    public void deliver(String topic, byte[] body, boolean retained) {
      if (random.nextDouble() >= weather.lose()) {
        later(() -> tell(new Arrived(topic, body, retained)));
      }
    }

    @Override
    public void subscribe() {
      later(() -> tell(new Subscribed(List.of())));
    }

    @Override
    public boolean publish(Parcel parcel) {
      if (!up || over) {
        return false;
      }
      published.add(parcel);
      if (random.nextDouble() < weather.lose()) {
        return true; // Neither the broker nor anybody ever sees it.
      }
      int times = random.nextDouble() < weather.repeat() ? 2 : 1;
      for (int i = 0; i < times; i++) {
        later(() -> otherEnd.arrived(parcel));
      }
      later(() -> tell(new Acknowledged(parcel.id(), true, "0x0")));
      return true;
    }

    @Override
    public void hangUp(boolean politely) {
      if (politely) {
        later(() -> closed("hung up"));
      } else {
        cut();
        over = true;
      }
      up = false;
    }
  }
}
