package io.shedwatch.simulation.rules;

import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.Command;
import io.shedwatch.contract.CommandId;
import io.shedwatch.contract.CommandResult;
import io.shedwatch.contract.Limits;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ScaledTime;
import io.shedwatch.edge.AgentLoop;
import io.shedwatch.edge.Bell;
import io.shedwatch.edge.Fact;
import io.shedwatch.edge.Memory;
import io.shedwatch.edge.OpenAlarm;
import io.shedwatch.edge.Outbox;
import io.shedwatch.edge.ShedParts;
import io.shedwatch.edge.SocketMemory;
import io.shedwatch.edge.meter.Contacts;
import io.shedwatch.edge.meter.Sample;
import io.shedwatch.edge.meter.SimulatedMeter;
import io.shedwatch.edge.meter.SimulatedRelay;
import io.shedwatch.edge.meter.WiredSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The agent's own loop on a clock that is moved by hand: usage, protection and report by exception
 * between what sockets draw and what a server hears.
 */
final class AgentFilter {
  /** Limits that cut nothing that the measured loads draw. */
  static final Limits WIDE =
      new Limits(0, 0, 63, 1.0, 14_000, 100_000, 15, 7_200, 0.5, 120, 86_400, 75);

  private final double[] watts;
  private final List<Said> said = new ArrayList<>();
  private final AgentLoop loop;
  private long now;

  /** A message of readings. */
  record Said(long at, List<Reading> readings) {}

  AgentFilter(int sockets, Limits limits, long startMillis) {
    this.watts = new double[sockets];
    this.now = startMillis;
    List<WiredSocket> wired =
        IntStream.rangeClosed(1, sockets)
            .mapToObj(
                socket -> {
                  SimulatedRelay relay = new SimulatedRelay(RelayPosition.CLOSED);
                  SimulatedMeter meter =
                      new SimulatedMeter(
                          (at, powered) -> Sample.ofWatts(at, powered ? watts[socket - 1] : 0),
                          relay,
                          () -> Instant.ofEpochMilli(now));
                  return new WiredSocket(socket, meter, relay);
                })
            .toList();
    this.loop =
        new AgentLoop(
            new ShedParts(
                "s01", wired, () -> Contacts.NONE, limits, ShedParts.Start.AFTER_POWER_CUT),
            new AgentLoop.Ports(new Told(), new Nothing(), () -> Instant.ofEpochMilli(now)),
            ScaledTime.REAL,
            new Bell());
  }

  void draws(int socket, double newWatts) {
    watts[socket - 1] = newWatts;
  }

  /** One step of the loop; gives what it said. */
  List<Said> step(long at) {
    now = at;
    said.clear();
    loop.step();
    return List.copyOf(said);
  }

  /** Takes readings down. */
  private final class Told implements Outbox {
    private final List<OpenAlarm> open = new ArrayList<>();
    private int alarms;

    @Override
    public void readings(long at, List<Reading> readings) {
      said.add(new Said(at, List.copyOf(readings)));
    }

    @Override
    public AlarmId raise(long at, Fact fact) {
      AlarmId id = new AlarmId("boot-" + ++alarms);
      open.add(new OpenAlarm(id, at, fact));
      return id;
    }

    @Override
    public void clear(long at, List<AlarmId> ids) {
      open.removeIf(alarm -> ids.contains(alarm.id()));
    }

    @Override
    public void outcome(long at, CommandId command, CommandResult result, String reason) {}

    @Override
    public List<OpenAlarm> open() {
      return List.copyOf(open);
    }
  }

  /** Remembers nothing: a loop that lives once. */
  private static final class Nothing implements Memory {
    @Override
    public List<SocketMemory> sockets() {
      return List.of();
    }

    @Override
    public void keep(SocketMemory socket) {}

    @Override
    public Optional<Limits> limits() {
      return Optional.empty();
    }

    @Override
    public void keep(Limits limits) {}

    @Override
    public boolean begin(Command command) {
      return true;
    }

    @Override
    public List<Command> unfinished() {
      return List.of();
    }
  }
}
