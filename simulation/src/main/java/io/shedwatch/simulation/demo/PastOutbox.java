package io.shedwatch.simulation.demo;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmPhase;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.CommandId;
import io.shedwatch.contract.CommandResult;
import io.shedwatch.contract.Outcome;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.Stamp;
import io.shedwatch.contract.Stamped;
import io.shedwatch.edge.Fact;
import io.shedwatch.edge.OpenAlarm;
import io.shedwatch.edge.Outbox;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a loop has to tell when it lives in the past: messages of an earlier boot, marked as
 * backfill. Before {@link #begin} nothing is told, so that a loop can find its feet first. The boot
 * has exactly as many messages as were promised to the server: sessions of the present wait for the
 * last of them. Used by one thread.
 */
final class PastOutbox implements Outbox {
  /** Kept back from readings for alarms: a boot that nears its end says readings no more. */
  private static final int RESERVED = 100;

  /** A heartbeat a minute goes out anyway, and each socket adds its own changes. */
  private static final double MESSAGES_PER_MINUTE = 1.1;

  /** Measured: 1.25 to 1.8 messages a minute of sheds of 10 and 11 sockets. */
  private static final double MORE_PER_SOCKET = 0.085;

  private final BootId boot;
  private final long promised;
  private final List<OpenAlarm> open = new ArrayList<>();
  private final Set<AlarmId> told = new HashSet<>();
  private Consumer<Stamped> out = unheard -> {};
  private boolean begun;
  private long seq = 1;

  /**
   * @param promised how many messages the boot has; the first, the birth, is told by others
   */
  PastOutbox(BootId boot, long promised) {
    this.boot = boot;
    this.promised = promised;
  }

  /** A number of messages that so many days hardly ever need; beyond it readings are left out. */
  static long promised(int sockets, int days) {
    double perMinute = MESSAGES_PER_MINUTE + MORE_PER_SOCKET * sockets;
    return 2 * RESERVED + Math.round(days * 1_440 * perMinute);
  }

  /** From now on it is told, except the end of what began before. */
  void begin(Consumer<Stamped> listener) {
    out = listener;
    begun = true;
    seq = 1;
  }

  @Override
  public void readings(long at, List<Reading> readings) {
    if (seq < promised - RESERVED) {
      out.accept(new Readings(stamp(at), readings, List.of(), List.of()));
    }
  }

  @Override
  public AlarmId raise(long at, Fact fact) {
    Stamp stamp = stamp(at);
    AlarmId id = new AlarmId(stamp.boot() + "-" + stamp.seq());
    open.add(new OpenAlarm(id, at, fact));
    if (begun) {
      told.add(id);
      say(stamp, id, fact, AlarmPhase.RAISED);
    }
    return id;
  }

  @Override
  public void clear(long at, List<AlarmId> alarms) {
    for (OpenAlarm alarm : List.copyOf(open)) {
      if (alarms.contains(alarm.id())) {
        open.remove(alarm);
        if (told.remove(alarm.id())) {
          say(stamp(at), alarm.id(), alarm.fact(), AlarmPhase.CLEARED);
        }
      }
    }
  }

  private void say(Stamp stamp, AlarmId id, Fact fact, AlarmPhase phase) {
    out.accept(
        new Alarm(
            stamp,
            id,
            fact.socket(),
            fact.kind(),
            phase,
            fact.measured(),
            fact.limit(),
            fact.action(),
            1));
  }

  @Override
  public void outcome(long at, CommandId command, CommandResult result, String reason) {
    out.accept(new Outcome(stamp(at), command, result, reason));
  }

  @Override
  public List<OpenAlarm> open() {
    return List.copyOf(open);
  }

  /** The past is over: what is open ends, and heartbeats make up the promised number. */
  void end(long at) {
    clear(at, open.stream().map(OpenAlarm::id).toList());
    while (seq < promised) {
      out.accept(new Readings(stamp(at), List.of(), List.of(), List.of()));
    }
  }

  private Stamp stamp(long at) {
    return new Stamp(boot, ++seq, at, true);
  }
}
