package io.shedwatch.simulation.storm;

import io.shedwatch.server.intake.SimulatedServer;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;

/**
 * A broker between the sheds' lines and the server: keeps what the server has not acknowledged,
 * delivers it late, twice and out of order, and forgets everything when it crashes. The sheds' side
 * of the network is each shed's own.
 */
final class StormBroker {
  /** A queue of this length overflows, and what is more is gone, as with a default Mosquitto. */
  private static final int MOST_WAITING = 1_000;

  private static final int LONGEST_DELAY_MILLIS = 4_000;

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Letter(long number, String topic, byte[] body) {}

  private record Due(long at, Letter letter) {}

  private final Random random;
  private final Map<String, byte[]> kept = new TreeMap<>();
  private final Deque<Letter> waiting = new ArrayDeque<>();
  private final Map<Long, Letter> unacknowledged = new LinkedHashMap<>();
  private final PriorityQueue<Due> underWay =
      new PriorityQueue<>(
          Comparator.comparingLong(Due::at).thenComparing(due -> due.letter().number()));
  private long letters;
  private boolean calm;

  StormBroker(Random random) {
    this.random = random;
  }

  /** From now on nothing is late or comes twice. */
  void calm() {
    calm = true;
  }

  /** A shed's message; the retained copy is what a server that subscribes hears first. */
  void take(String topic, byte[] body, boolean retained) {
    if (retained) {
      kept.put(topic, body);
    }
    if (waiting.size() < MOST_WAITING) {
      waiting.add(new Letter(letters++, topic, body));
    }
  }

  /** What the server says and the broker keeps. */
  void keep(String topic, byte[] body) {
    kept.put(topic, body);
  }

  /** The kept copy; empty when there is none. */
  byte[] kept(String topic) {
    return kept.getOrDefault(topic, new byte[0]);
  }

  /** The server subscribes again: kept statuses come, and what it never acknowledged. */
  void serverCame() {
    underWay.clear();
    Deque<Letter> again = new ArrayDeque<>(unacknowledged.values());
    unacknowledged.clear();
    while (!again.isEmpty()) {
      waiting.addFirst(again.removeLast());
    }
    kept.forEach(
        (topic, body) -> {
          if (topic.endsWith("/status")) {
            waiting.addFirst(new Letter(letters++, topic, body));
          }
        });
  }

  /** Crashes without a trace of anything. */
  void forget() {
    kept.clear();
    waiting.clear();
    unacknowledged.clear();
    underWay.clear();
  }

  /** Delivers what is due to a server that is there. */
  void pass(long now, SimulatedServer server) {
    while (!waiting.isEmpty()) {
      Letter letter = waiting.remove();
      unacknowledged.put(letter.number(), letter);
      int times = !calm && random.nextInt(20) == 0 ? 2 : 1;
      for (int i = 0; i < times; i++) {
        int delay = calm || random.nextInt(3) > 0 ? 0 : random.nextInt(LONGEST_DELAY_MILLIS);
        underWay.add(new Due(now + delay, letter));
      }
    }
    while (!underWay.isEmpty() && underWay.peek().at() <= now) {
      Letter letter = underWay.remove().letter();
      server.arrived(letter.topic(), letter.body(), () -> unacknowledged.remove(letter.number()));
    }
  }
}
