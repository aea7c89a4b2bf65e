package io.shedwatch.edge;

import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.Command;
import io.shedwatch.contract.CommandAction;
import io.shedwatch.contract.CommandResult;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.edge.protect.ShedGuard;
import io.shedwatch.edge.protect.SocketGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people order; protection always wins. */
final class Orders {
  private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

  /** A relay that has not followed by then is told as such; opening is tried on. */
  private static final long FOLLOW_MILLIS = 5_000;

  /** An order whose relay has not followed yet. */
  private record Waiting(Command command, Outlet outlet, RelayPosition wanted, long since) {}

  private final Shed shed;
  private final AlarmBook book;
  private final Outbox outbox;
  private final Memory memory;

  /** At most one per command that was begun; each ends within {@link #FOLLOW_MILLIS}. */
  private final List<Waiting> waiting = new ArrayList<>();

  Orders(Shed shed, AlarmBook book, AgentLoop.Ports ports) {
    this.shed = shed;
    this.book = book;
    this.outbox = ports.outbox();
    this.memory = ports.memory();
  }

  /** A command from the server; one that was begun before is left alone. */
  void obey(long now, Command command) {
    if (!memory.begin(command)) {
      return;
    }
    if (now > command.expiresAt()) {
      end(now, command, CommandResult.EXPIRED, "it came too late");
      return;
    }
    act(now, command);
  }

  /** A command that a crash interrupted: opening is repeated, the rest only while unexpired. */
  void again(long now, Command command) {
    if (now > command.expiresAt() && command.action() != CommandAction.OPEN_RELAY) {
      end(now, command, CommandResult.EXPIRED, "the agent restarted meanwhile");
      return;
    }
    boolean alreadyReset =
        command.action() == CommandAction.RESET_TRIP
            && shed.outlet(command.socket()).map(outlet -> held(outlet).isEmpty()).orElse(false);
    if (alreadyReset) {
      end(now, command, CommandResult.DONE, "");
    } else {
      act(now, command);
    }
  }

  private void act(long now, Command command) {
    Optional<Outlet> found = shed.outlet(command.socket());
    if (found.isEmpty()) {
      refuse(now, command, "there is no socket " + command.socket());
      return;
    }
    Outlet outlet = found.get();
    if (!outlet.switchable()) {
      refuse(now, command, "this socket has no relay");
      return;
    }
    switch (command.action()) {
      case OPEN_RELAY -> {
        outlet.use = outlet.use.disable();
        shed.follow(now, outlet);
        waiting.add(new Waiting(command, outlet, RelayPosition.OPEN, now));
      }
      case CLOSE_RELAY -> close(now, command, outlet);
      case RESET_TRIP -> reset(now, command, outlet);
    }
  }

  private void close(long now, Command command, Outlet outlet) {
    if (outlet.use.tripped()) {
      refuse(now, command, "tripped by " + kinds(held(outlet)) + ": reset it first");
    } else if (book.kinds(outlet.number).contains(AlarmKind.RELAY_WELDED)) {
      refuse(now, command, "the relay is welded: switch off at the board");
    } else {
      outlet.use = outlet.use.enable(now);
      shed.follow(now, outlet);
      waiting.add(new Waiting(command, outlet, RelayPosition.CLOSED, now));
    }
  }

  private void reset(long now, Command command, Outlet outlet) {
    List<OpenAlarm> held = held(outlet);
    List<OpenAlarm> local =
        held.stream().filter(alarm -> alarm.fact().kind().resetOnlyAtTheShed()).toList();
    List<OpenAlarm> persisting = held.stream().filter(alarm -> persists(outlet, alarm)).toList();
    if (held.isEmpty()) {
      refuse(now, command, "there is nothing to reset");
    } else if (!local.isEmpty()) {
      refuse(now, command, "only at the shed: " + kinds(local));
    } else if (!persisting.isEmpty()) {
      refuse(now, command, "the cause persists: " + kinds(persisting));
    } else {
      release(now, outlet, held, "reset by " + command.by());
      end(now, command, CommandResult.DONE, "");
    }
  }

  /**
   * The button at the shed.
   *
   * @param socket empty: the shed itself and all its sockets
   */
  void resetAtTheShed(long now, OptionalInt socket, List<Outlet> outlets) {
    for (Outlet outlet : outlets) {
      if (socket.isEmpty() || socket.equals(outlet.number)) {
        resetAtTheShed(now, outlet);
      }
    }
    if (socket.isEmpty()) {
      book.clear(
          now,
          alarm -> alarm.fact().socket().isEmpty() && lasting(alarm) && !persists(alarm),
          "reset at the shed");
    }
  }

  private void resetAtTheShed(long now, Outlet outlet) {
    List<OpenAlarm> held = held(outlet);
    if (held.isEmpty()) {
      return;
    }
    if (held.stream().anyMatch(alarm -> persists(outlet, alarm))) {
      LOG.warn(
          "reset=refused shed={} socket={} why=persists kinds={}",
          shed.name(),
          outlet.socket(),
          kinds(held));
      return;
    }
    release(now, outlet, held, "reset at the shed");
  }

  /** Clears on disk first; only then the relay closes. */
  private void release(long now, Outlet outlet, List<OpenAlarm> held, String why) {
    outlet.holders.clear();
    book.clear(
        now,
        alarm ->
            held.contains(alarm) && (alarm.fact().socket().isPresent() || !shed.holds(alarm.id())),
        why);
    outlet.use = outlet.use.reset(now);
    shed.follow(now, outlet);
  }

  /** The latched alarms of a socket, and those of the whole shed that hold it. */
  private List<OpenAlarm> held(Outlet outlet) {
    return book.open().stream()
        .filter(Orders::lasting)
        .filter(
            alarm ->
                alarm.fact().socket().equals(outlet.number) || outlet.holders.contains(alarm.id()))
        .toList();
  }

  /** Whether only a reset clears it. */
  private static boolean lasting(OpenAlarm alarm) {
    return alarm.fact().kind().latched() || alarm.fact().cuts();
  }

  private boolean persists(Outlet outlet, OpenAlarm alarm) {
    return alarm.fact().socket().isEmpty()
        ? persists(alarm)
        : SocketGuard.persists(
            alarm.fact().kind(), outlet.guard, outlet.sample, shed.rules().protection());
  }

  private boolean persists(OpenAlarm alarm) {
    return ShedGuard.persists(alarm.fact().kind(), shed.scene(), shed.rules().protection());
  }

  /** Ends the orders whose relay has followed, or has not for too long. */
  void settle(long now) {
    for (Waiting order : List.copyOf(waiting)) {
      if (order.outlet().position() == order.wanted()) {
        waiting.remove(order);
        end(now, order.command(), CommandResult.DONE, "");
      } else if (order.outlet().use.wanted() != order.wanted()) {
        waiting.remove(order);
        refuse(now, order.command(), "overtaken: the socket is " + word(order.outlet()));
      } else if (now - order.since() >= FOLLOW_MILLIS) {
        waiting.remove(order);
        refuse(now, order.command(), "the relay did not follow");
      }
    }
  }

  private void refuse(long now, Command command, String reason) {
    end(now, command, CommandResult.REFUSED, reason);
  }

  private void end(long now, Command command, CommandResult result, String reason) {
    outbox.outcome(now, command.command(), result, reason);
    LOG.info(
        "command={} shed={} socket={} id={} by={} result={} reason={}",
        command.action().word(),
        shed.name(),
        command.socket(),
        command.command(),
        command.by(),
        result.word(),
        reason);
  }

  private static String kinds(List<OpenAlarm> alarms) {
    return String.join(
        ", ", alarms.stream().map(alarm -> alarm.fact().kind().word()).distinct().toList());
  }

  private static String word(Outlet outlet) {
    return outlet.use.usage().word();
  }
}
