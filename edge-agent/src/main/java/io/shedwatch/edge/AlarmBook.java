package io.shedwatch.edge;

import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open alarms of one shed, and the only way to raise or clear one. */
final class AlarmBook {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmBook.class);

  private final Outbox outbox;
  private final String shed;
  private final List<OpenAlarm> open;
  private final Map<OptionalInt, Set<AlarmKind>> kinds = new HashMap<>();
  private final Map<OptionalInt, Set<AlarmKind>> cuts = new HashMap<>();

  AlarmBook(Outbox outbox, String shed) {
    this.outbox = outbox;
    this.shed = shed;
    this.open = new ArrayList<>(outbox.open());
    index();
  }

  /** Oldest first. */
  List<OpenAlarm> open() {
    return List.copyOf(open);
  }

  /** Those of one socket, or of the shed itself; oldest first. */
  List<OpenAlarm> of(OptionalInt socket) {
    return open.stream().filter(alarm -> alarm.fact().socket().equals(socket)).toList();
  }

  /** Kinds of the open alarms of one socket, or of the shed itself. */
  Set<AlarmKind> kinds(OptionalInt socket) {
    return kinds.getOrDefault(socket, Set.of());
  }

  /** Those among {@link #kinds} that hold the relay open. */
  Set<AlarmKind> cuts(OptionalInt socket) {
    return cuts.getOrDefault(socket, Set.of());
  }

  /** Whether a fault of that socket is open that holds no relay. */
  boolean faulty(OptionalInt socket) {
    return open.stream()
        .map(OpenAlarm::fact)
        .anyMatch(
            fact -> fact.socket().equals(socket) && fact.kind() == AlarmKind.OTHER && !fact.cuts());
  }

  AlarmId raise(long now, Fact fact) {
    AlarmId id = outbox.raise(now, fact);
    open.add(new OpenAlarm(id, now, fact));
    index();
    LOG.warn(
        "alarm=raised shed={} socket={} kind={} measured={} limit={} action={} id={}",
        shed,
        name(fact.socket()),
        fact.kind().word(),
        fact.measured(),
        fact.limit(),
        fact.action().word(),
        id);
    return id;
  }

  /** Clears the alarms that match. */
  void clear(long now, Predicate<OpenAlarm> which, String why) {
    List<OpenAlarm> over = open.stream().filter(which).toList();
    if (over.isEmpty()) {
      return;
    }
    outbox.clear(now, over.stream().map(OpenAlarm::id).toList());
    open.removeAll(over);
    index();
    for (OpenAlarm alarm : over) {
      LOG.info(
          "alarm=cleared shed={} socket={} kind={} why={} id={}",
          shed,
          name(alarm.fact().socket()),
          alarm.fact().kind().word(),
          why,
          alarm.id());
    }
  }

  /** What a passing condition raised is over; what opened a relay holds until a reset. */
  void over(long now, OptionalInt socket, AlarmKind kind) {
    clear(
        now,
        alarm ->
            alarm.fact().socket().equals(socket)
                && alarm.fact().kind() == kind
                && !alarm.fact().cuts(),
        "over");
  }

  private void index() {
    kinds.clear();
    cuts.clear();
    for (OpenAlarm alarm : open) {
      Fact fact = alarm.fact();
      add(kinds, fact);
      if (fact.cuts()) {
        add(cuts, fact);
      }
    }
  }

  private static void add(Map<OptionalInt, Set<AlarmKind>> index, Fact fact) {
    index
        .computeIfAbsent(fact.socket(), socket -> EnumSet.noneOf(AlarmKind.class))
        .add(fact.kind());
  }

  private static String name(OptionalInt socket) {
    return socket.isPresent() ? Integer.toString(socket.getAsInt()) : "all";
  }
}
