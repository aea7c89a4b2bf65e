package io.shedwatch.edge;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmPhase;
import io.shedwatch.contract.Command;
import io.shedwatch.contract.CommandAction;
import io.shedwatch.contract.CommandId;
import io.shedwatch.contract.Limits;
import io.shedwatch.contract.Outcome;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ScaledTime;
import io.shedwatch.contract.Stamped;
import io.shedwatch.edge.meter.Contacts;
import io.shedwatch.edge.meter.Sample;
import io.shedwatch.edge.meter.SimulatedMeter;
import io.shedwatch.edge.meter.SimulatedRelay;
import io.shedwatch.edge.meter.WiredSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A shed of simulated sockets on a clock of its own, with a loop over a spool in memory. */
final class Stage {
  static final long NOON = 1_767_225_600_000L;

  final ManualClock clock = new ManualClock(NOON);
  final InMemorySpool spool = new InMemorySpool("boot1");
  final double[] watts;
  final double[] amperes;
  final double[] celsius;
  final Contacts[] contacts;
  final boolean[] silent;
  final List<SimulatedRelay> relays = new ArrayList<>();
  Contacts shedContacts = Contacts.NONE;
  Limits initial = Limits.DEFAULTS;
  private final List<WiredSocket> wired = new ArrayList<>();
  private int boots = 1;
  private Optional<AgentLoop> running = Optional.empty();

  Stage(int sockets) {
    watts = new double[sockets + 1];
    amperes = new double[sockets + 1];
    celsius = new double[sockets + 1];
    contacts = new Contacts[sockets + 1];
    silent = new boolean[sockets + 1];
    java.util.Arrays.fill(amperes, Double.NaN);
    java.util.Arrays.fill(celsius, 30);
    java.util.Arrays.fill(contacts, Contacts.NONE);
    for (int socket = 1; socket <= sockets; socket++) {
      int here = socket;
      SimulatedRelay relay = new SimulatedRelay(RelayPosition.CLOSED);
      relays.add(relay);
      wired.add(
          new WiredSocket(
              socket,
              new SimulatedMeter((at, powered) -> measure(here, at, powered), relay, clock),
              relay));
    }
    start(ShedParts.Start.AGENT_ONLY);
  }

  private Sample measure(int socket, long at, boolean powered) {
    if (silent[socket]) {
      return Sample.NONE;
    }
    double volts = 220 + (at / 1_000 + socket) % 5 * 0.1;
    return new Sample(
        at,
        volts,
        powered || Double.isNaN(amperes[socket]) ? amperes[socket] : 0,
        powered ? watts[socket] : 0,
        Double.NaN,
        celsius[socket],
        contacts[socket]);
  }

  /** A start of the agent on the same devices and the same disk. */
  void start(ShedParts.Start why) {
    if (running.isPresent()) {
      boots++;
      spool.reboot("boot" + boots);
    }
    running =
        Optional.of(
            new AgentLoop(
                new ShedParts("s01", wired, () -> shedContacts, initial, why),
                new AgentLoop.Ports(spool, spool, clock),
                ScaledTime.REAL,
                new Bell()));
  }

  AgentLoop loop() {
    return running.orElseThrow();
  }

  SimulatedRelay relay(int socket) {
    return relays.get(socket - 1);
  }

  /** Steps once a second. */
  void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      clock.pass(1_000);
      loop().step();
    }
  }

  Command command(String id, int socket, CommandAction action) {
    return new Command(
        new CommandId(id), clock.millis(), clock.millis() + 60_000, socket, action, "staff-7");
  }

  /** Sends a command and lets its relay follow. */
  Outcome order(String id, int socket, CommandAction action) {
    loop().command(command(id, socket, action));
    pass(1);
    return outcomes().get(outcomes().size() - 1);
  }

  List<Outcome> outcomes() {
    return only(Outcome.class, outcome -> true);
  }

  List<Alarm> raised() {
    return only(Alarm.class, alarm -> alarm.phase() == AlarmPhase.RAISED);
  }

  List<Alarm> cleared() {
    return only(Alarm.class, alarm -> alarm.phase() == AlarmPhase.CLEARED);
  }

  List<Readings> readings() {
    return only(Readings.class, readings -> true);
  }

  /** The newest reading of that socket. */
  Reading reading(int socket) {
    return readings().stream()
        .flatMap(message -> message.readings().stream())
        .filter(reading -> reading.socket() == socket)
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private <T extends Stamped> List<T> only(Class<T> type, Predicate<T> which) {
    return spool.sent().stream().filter(type::isInstance).map(type::cast).filter(which).toList();
  }
}
