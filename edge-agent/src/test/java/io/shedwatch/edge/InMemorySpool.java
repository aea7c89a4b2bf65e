package io.shedwatch.edge;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmPhase;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Command;
import io.shedwatch.contract.CommandId;
import io.shedwatch.contract.CommandResult;
import io.shedwatch.contract.Limits;
import io.shedwatch.contract.Outcome;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.Stamp;
import io.shedwatch.contract.Stamped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Twin of the SQLite spool: {@link #reboot} is what a restart leaves. */
public final class InMemorySpool implements Outbox, Memory {
  private final Map<AlarmId, OpenAlarm> open = new LinkedHashMap<>();
  private final Map<Integer, SocketMemory> sockets = new LinkedHashMap<>();
  private final Map<CommandId, Command> unfinished = new LinkedHashMap<>();
  private final Set<CommandId> begun = new LinkedHashSet<>();
  private final List<Stamped> sent = new ArrayList<>();
  private Optional<Limits> limits = Optional.empty();
  private BootId boot;
  private long seq;

  public InMemorySpool(String boot) {
    this.boot = new BootId(boot);
  }

  /** A new start on the same disk. */
  public void reboot(String newBoot) {
    boot = new BootId(newBoot);
    seq = 0;
  }

  /** All messages in the order of their seq; those of earlier boots first. */
  public List<Stamped> sent() {
    return List.copyOf(sent);
  }

  @Override
  public void readings(long at, List<Reading> readings) {
    sent.add(new Readings(stamp(at), readings, List.of(), List.of()));
  }

  @Override
  public AlarmId raise(long at, Fact fact) {
    Stamp stamp = stamp(at);
    AlarmId id = new AlarmId(boot + "-" + stamp.seq());
    sent.add(alarm(stamp, id, fact, AlarmPhase.RAISED));
    open.put(id, new OpenAlarm(id, at, fact));
    return id;
  }

  @Override
  public void clear(long at, List<AlarmId> alarms) {
    for (AlarmId id : alarms) {
      OpenAlarm cleared = open.remove(id);
      if (cleared != null) {
        sent.add(alarm(stamp(at), id, cleared.fact(), AlarmPhase.CLEARED));
      }
    }
  }

  @Override
  public void outcome(long at, CommandId command, CommandResult result, String reason) {
    sent.add(new Outcome(stamp(at), command, result, reason));
    unfinished.remove(command);
  }

  @Override
  public List<OpenAlarm> open() {
    return List.copyOf(open.values());
  }

  @Override
  public List<SocketMemory> sockets() {
    return List.copyOf(sockets.values());
  }

  @Override
  public void keep(SocketMemory socket) {
    sockets.put(socket.socket(), socket);
  }

  @Override
  public Optional<Limits> limits() {
    return limits;
  }

  @Override
  public void keep(Limits newest) {
    limits = Optional.of(newest);
  }

  @Override
  public boolean begin(Command command) {
    if (!begun.add(command.command())) {
      return false;
    }
    unfinished.put(command.command(), command);
    return true;
  }

  @Override
  public List<Command> unfinished() {
    return List.copyOf(unfinished.values());
  }

  private Stamp stamp(long at) {
    seq++;
    return new Stamp(boot, seq, at, false);
  }

  private static Alarm alarm(Stamp stamp, AlarmId id, Fact fact, AlarmPhase phase) {
    return new Alarm(
        stamp, id, fact.socket(), fact.kind(), phase, fact.measured(), fact.limit(), fact.action());
  }
}
