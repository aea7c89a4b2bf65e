package io.shedwatch.simulation.storm;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.Outcome;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Status;
import io.shedwatch.contract.Topic;
import io.shedwatch.edge.uplink.Backlog.Lane;
import io.shedwatch.edge.uplink.Held;
import io.shedwatch.edge.uplink.SimulatedAgent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What one shed has to tell, as its spool holds it, and what of it came to the broker. */
final class SaidBySheds {
  /** One message of the shed. */
  record Place(BootId boot, long seq) {}

  private final SimulatedAgent agent;
  private final Codec codec = new Codec();
  private final Map<Place, Stamped> held = new LinkedHashMap<>();
  private final Map<Place, Stamped> came = new HashMap<>();
  private final Map<BootId, Long> bootNumbers = new HashMap<>();
  private final Map<Lane, Long> cursors = new EnumMap<>(Lane.class);
  private final Map<BootId, Long> receipted = new HashMap<>();
  private boolean wasRunning = true;
  private boolean diskWasFull;

  SaidBySheds(SimulatedAgent agent) {
    this.agent = agent;
  }

  /** Notes what is new in the spool; after a kill, what was never on its disk is not said. */
  void look() {
    if (wasRunning && !agent.isRunning()) {
      afterKill();
    }
    wasRunning = agent.isRunning();
    for (Lane lane : Lane.values()) {
      long cursor = cursors.getOrDefault(lane, 0L);
      for (Held one : agent.disk().spool().backlog().after(cursor, lane, 1_000)) {
        held.put(new Place(one.boot(), one.seq()), decode(one));
        cursors.put(lane, one.id());
      }
    }
  }

  /** What is told in passing may die with the process; alarms only while the disk is full. */
  private void afterKill() {
    cursors.clear();
    Set<Place> lasting = new HashSet<>();
    for (Held one : agent.disk().held()) {
      lasting.add(new Place(one.boot(), one.seq()));
    }
    List<Place> gone =
        held.keySet().stream()
            .filter(place -> !lasting.contains(place) && !isReceipted(place))
            .toList();
    for (Place place : gone) {
      Stamped message = held.remove(place);
      if ((message instanceof Alarm || message instanceof Outcome) && !diskWasFull) {
        throw new AssertionError("a kill lost " + message);
      }
    }
  }

  private boolean isReceipted(Place place) {
    return receipted.getOrDefault(place.boot(), 0L) >= place.seq();
  }

  /** The disk has no room: from now on more than readings may die with the process. */
  void diskIsFull() {
    diskWasFull = true;
  }

  /** The server is back at an older day: what left the spool since is known to nobody. */
  void serverForgot() {
    Set<Place> lasting = new HashSet<>();
    agent.disk().held().forEach(one -> lasting.add(new Place(one.boot(), one.seq())));
    held.keySet().retainAll(lasting);
    receipted.clear();
  }

  /** The server promised to have everything up to there. */
  void receipted(BootId boot, long seq) {
    receipted.merge(boot, seq, Math::max);
  }

  private Stamped decode(Held one) {
    String topic = new Topic(agent.address(), one.channel()).name();
    return (Stamped) ((Decoded.Good) codec.decode(topic, one.body())).message();
  }

  /** A message came to the broker. */
  void came(Stamped message) {
    came.putIfAbsent(new Place(message.boot(), message.seq()), message);
    if (message instanceof Status status && status.bootNumber().isPresent()) {
      bootNumbers.put(status.boot(), status.bootNumber().getAsLong());
    }
  }

  /** All that was ever on the shed's disk. */
  Map<Place, Stamped> all() {
    return held;
  }

  /** What came to the broker and was known in the end, in the order in which the shed said it. */
  List<Stamped> inOrder(Predicate<Place> known) {
    List<Stamped> all = new ArrayList<>();
    came.forEach(
        (place, message) -> {
          if (known.test(place)) {
            all.add(message);
          }
        });
    all.sort(
        Comparator.comparingLong((Stamped one) -> bootNumbers.getOrDefault(one.boot(), 0L))
            .thenComparingLong(Stamped::seq));
    return all;
  }

  /** Readings that no kill has lost, by socket and time as stores keep them. */
  Set<String> readings(Predicate<Place> known) {
    Set<String> keys = new HashSet<>();
    String shed = agent.address().shed().value();
    held.forEach(
        (place, message) -> {
          if (known.test(place) && message instanceof Readings readings) {
            readings
                .readings()
                .forEach(one -> keys.add(shed + "/" + one.socket() + "/" + readings.at()));
          }
        });
    return keys;
  }
}
