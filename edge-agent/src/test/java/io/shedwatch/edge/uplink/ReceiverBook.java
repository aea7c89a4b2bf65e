package io.shedwatch.edge.uplink;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A server's positions for one shed, as the contract has them; keeps every message it got. */
final class ReceiverBook {
  /** One boot of the shed. */
  static final class Boot {
    final TreeMap<Long, Stamped> messages = new TreeMap<>();
    final TreeSet<Long> lost = new TreeSet<>();
    long contiguous;
    int duplicates;

    private void advance() {
      while (messages.containsKey(contiguous + 1) || lost.contains(contiguous + 1)) {
        contiguous++;
      }
    }

    private void lose(long from, long to) {
      for (long seq = from; seq <= to; seq++) {
        if (!messages.containsKey(seq)) {
          lost.add(seq);
        }
      }
      advance();
    }
  }

  private final Map<BootId, Boot> boots = new LinkedHashMap<>();
  private final List<Stamped> arrivals = new ArrayList<>();

  /** All that came, in its order, duplicates too. */
  synchronized List<Stamped> arrivals() {
    return List.copyOf(arrivals);
  }

  synchronized Map<BootId, Boot> boots() {
    return Map.copyOf(boots);
  }

  synchronized Boot boot(BootId id) {
    return boots.computeIfAbsent(id, unknown -> new Boot());
  }

  /** How many messages of all boots were received, each once. */
  synchronized int received() {
    return boots.values().stream().mapToInt(boot -> boot.messages.size()).sum();
  }

  /** Takes a message; from now on it counts as stored. */
  synchronized void take(Stamped message) {
    arrivals.add(message);
    Boot boot = boot(message.boot());
    if (boot.messages.putIfAbsent(message.seq(), message) != null) {
      boot.duplicates++;
    }
    boot.lost.remove(message.seq());
    if (message instanceof Readings readings) {
      readings.dropped().forEach(range -> boot(range.boot()).lose(range.from(), range.to()));
    }
    if (message instanceof Status status && status.state() == ShedState.ONLINE) {
      notHeld(status);
    }
    boot.advance();
  }

  private void notHeld(Status status) {
    Map<BootId, Long> next = new HashMap<>();
    for (SeqRange held : status.holds()) {
      long from = next.getOrDefault(held.boot(), 1L);
      boot(held.boot()).lose(from, held.from() - 1);
      next.put(held.boot(), held.to() + 1);
    }
  }

  /** What a receipt for that boot says now. */
  synchronized long contiguous(BootId id) {
    return boot(id).contiguous;
  }
}
