package io.shedwatch.edge;

import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.edge.meter.WiredSocket;
import io.shedwatch.edge.usage.SocketUse;
import io.shedwatch.edge.usage.UseText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a shed together from what its memory and its open alarms say. */
final class Restore {
  private static final Logger LOG = LoggerFactory.getLogger(Restore.class);

  private final ShedParts parts;
  private final AgentLoop.Ports ports;
  private final AlarmBook book;
  private final Map<Integer, String> remembered = new HashMap<>();
  private final long now;

  Restore(ShedParts parts, AgentLoop.Ports ports) {
    this.parts = parts;
    this.ports = ports;
    this.now = ports.clock().millis();
    this.book = new AlarmBook(ports.outbox(), parts.name());
    ports.memory().sockets().forEach(kept -> remembered.put(kept.socket(), kept.state()));
  }

  Shed shed() {
    clearAlarmsOfSocketsThatAreGone();
    List<Outlet> outlets = new ArrayList<>(parts.sockets().size());
    for (WiredSocket wired : parts.sockets()) {
      Outlet outlet = outlet(wired);
      outlet.drive(now);
      outlets.add(outlet);
    }
    Rules rules = Rules.of(ports.memory().limits().orElse(parts.initial()));
    Shed shed = new Shed(parts, ports, List.copyOf(outlets), book, rules);
    ports.memory().unfinished().forEach(command -> shed.again(now, command));
    return shed;
  }

  private Outlet outlet(WiredSocket wired) {
    OptionalInt number = OptionalInt.of(wired.socket());
    String[] kept = remembered.getOrDefault(wired.socket(), "on free|").split("\\|", 2);
    SocketUse use =
        UseText.read(kept[0], now)
            .orElseGet(
                () -> {
                  LOG.warn(
                      "memory=unread shed={} socket={} text={}",
                      parts.name(),
                      wired.socket(),
                      kept[0]);
                  return SocketUse.FREE;
                });
    boolean faulty =
        book.of(number).stream()
            .anyMatch(alarm -> alarm.fact().kind() == AlarmKind.OTHER && !alarm.fact().cuts());
    Outlet outlet = new Outlet(wired, use, now, book.kinds(number), faulty);
    String names = kept.length > 1 ? kept[1] : "";
    holders(names).forEach(outlet::holdFor);
    if (!book.cuts(number).isEmpty() || !outlet.holders.isEmpty()) {
      outlet.use = use.trip();
    }
    return outlet;
  }

  /** Whole-shed alarms that hold a socket: those it remembers, and all but overload in any case. */
  private List<AlarmId> holders(String names) {
    List<String> own = Arrays.asList(names.split(","));
    return book.of(OptionalInt.empty()).stream()
        .filter(alarm -> alarm.fact().cuts())
        .filter(
            alarm ->
                own.contains(alarm.id().value()) || alarm.fact().kind() != AlarmKind.SHED_OVERLOAD)
        .map(OpenAlarm::id)
        .toList();
  }

  private void clearAlarmsOfSocketsThatAreGone() {
    List<Integer> numbers = parts.sockets().stream().map(WiredSocket::socket).toList();
    book.clear(
        now,
        alarm ->
            alarm.fact().socket().isPresent()
                && !numbers.contains(alarm.fact().socket().getAsInt()),
        "socket-gone");
  }
}
