package io.shedwatch.edge;

import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.Command;
import io.shedwatch.contract.Limits;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.edge.meter.Contact;
import io.shedwatch.edge.protect.ShedScene;
import io.shedwatch.edge.protect.SocketGuard;
import io.shedwatch.edge.usage.SocketUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sockets of one shed with all their state; what a step does, in its order. */
final class Shed {
  private static final Logger LOG = LoggerFactory.getLogger(Shed.class);
  private static final Set<AlarmKind> FAULTS =
      Set.of(
          AlarmKind.METER_LOST,
          AlarmKind.METER_FROZEN,
          AlarmKind.FUSE_BLOWN,
          AlarmKind.RELAY_WELDED);

  /** What began in the last few samples is told as beginning now. */
  private static final long DATED_BACK_MILLIS = 5_000;

  private final String name;
  private final List<Outlet> outlets;
  private final AlarmBook book;
  private final Memory memory;
  private final Reporter reporter;
  private final Orders orders;
  private final Protection protection;
  private final ShedParts.Start start;
  private Rules rules;

  Shed(ShedParts parts, AgentLoop.Ports ports, List<Outlet> outlets, AlarmBook book, Rules rules) {
    this.name = parts.name();
    this.outlets = outlets;
    this.book = book;
    this.memory = ports.memory();
    this.reporter = new Reporter(ports.outbox());
    this.orders = new Orders(this, book, ports);
    this.protection = new Protection(outlets, book, parts.contacts());
    this.start = parts.start();
    this.rules = rules;
  }

  /** As the last agent left it, with every relay open that has to be. */
  static Shed restored(ShedParts parts, AgentLoop.Ports ports) {
    return new Restore(parts, ports).shed();
  }

  String name() {
    return name;
  }

  int limitsVersion() {
    return rules.limits().version();
  }

  Rules rules() {
    return rules;
  }

  /** What is seen of the shed as a whole. */
  ShedScene scene() {
    return protection.scene();
  }

  Optional<Outlet> outlet(int socket) {
    return outlets.stream().filter(outlet -> outlet.socket() == socket).findFirst();
  }

  /** Fresh samples, and what they mean for safety; relays first. */
  void protect(long now, boolean tick) {
    List<Outlet> fresh = new ArrayList<>(outlets.size());
    for (Outlet outlet : outlets) {
      if (outlet.refresh()) {
        fresh.add(outlet);
      }
    }
    if (tick && protection.pressed()) {
      resetAtTheShed(now, OptionalInt.empty());
    }
    if (protection.protect(now, tick, fresh, rules)) {
      outlets.forEach(this::keep);
    }
    for (Outlet outlet : fresh) {
      observe(now, outlet);
    }
  }

  private void observe(long now, Outlet outlet) {
    boolean warm = SocketGuard.warm(outlet.sample, rules.protection());
    if (warm != outlet.warm) {
      outlet.warm = warm;
      LOG.warn(
          "board={} shed={} socket={} celsius={}",
          warm ? "warm" : "cool",
          name,
          outlet.socket(),
          outlet.sample.celsius());
    }
    Contact reset = outlet.sample.contacts().reset();
    if (reset == Contact.ON && outlet.button == Contact.OFF) {
      resetAtTheShed(now, outlet.number);
    }
    outlet.button = reset;
    outlet.use = outlet.use.fault(faulty(outlet));
    SocketUse.Step step = outlet.use.observe(outlet.sample, outlet.position(), rules.usage());
    if (step.next() == outlet.use) {
      return;
    }
    boolean changed = step.next().usage() != outlet.use.usage();
    outlet.use = step.next();
    if (changed) {
      LOG.debug(
          "usage={} shed={} socket={} since={}",
          outlet.use.usage().word(),
          name,
          outlet.socket(),
          step.began());
      if (outlet.sample.at() - step.began() > DATED_BACK_MILLIS) {
        reporter.datedBack(outlet, step.began());
      }
    }
    follow(now, outlet);
  }

  private boolean faulty(Outlet outlet) {
    Set<AlarmKind> open = book.kinds(outlet.number);
    return open.stream().anyMatch(FAULTS::contains)
        || (open.contains(AlarmKind.OTHER) && !book.cuts(outlet.number).contains(AlarmKind.OTHER));
  }

  /** Opens first and keeps then; keeps first and closes then. */
  void follow(long now, Outlet outlet) {
    if (outlet.use.wanted() == RelayPosition.OPEN) {
      outlet.drive(now);
      keep(outlet);
    } else {
      keep(outlet);
      outlet.drive(now);
    }
  }

  private void keep(Outlet outlet) {
    outlet.toKeep().ifPresent(memory::keep);
  }

  /** Whether these limits are in force now, or were already. */
  boolean apply(long now, Limits limits) {
    if (limits.version() < limitsVersion()) {
      return false;
    }
    if (limits.version() == limitsVersion()) {
      return true;
    }
    Optional<String> mistake = Rules.whyNot(limits);
    if (mistake.isPresent()) {
      LOG.error("limits=refused shed={} version={} why={}", name, limits.version(), mistake.get());
      return false;
    }
    memory.keep(limits);
    rules = Rules.of(limits);
    LOG.info("limits=applied shed={} version={} at={}", name, limits.version(), now);
    return true;
  }

  void obey(long now, Command command) {
    orders.obey(now, command);
  }

  /** A command that a crash interrupted. */
  void again(long now, Command command) {
    orders.again(now, command);
  }

  /** Whether a whole-shed alarm still holds a socket. */
  boolean holds(AlarmId shedAlarm) {
    return outlets.stream().anyMatch(outlet -> outlet.holders.contains(shedAlarm));
  }

  /** Somebody who stands there presses the button; causes that persist are kept. */
  void resetAtTheShed(long now, OptionalInt socket) {
    orders.resetAtTheShed(now, socket, outlets);
  }

  /** What is over at the end of a step: relays that did not follow, outcomes, reports. */
  void settle(long now, boolean tick) {
    if (tick) {
      for (Outlet outlet : outlets) {
        compare(now, outlet);
        outlet.use = outlet.use.fault(faulty(outlet));
        outlet.drive(now);
      }
    }
    orders.settle(now);
    reporter.report(now, tick, outlets);
  }

  /** At a start: a relay that is open for no known reason. */
  private void compare(long now, Outlet outlet) {
    if (outlet.compared() || outlet.position() == RelayPosition.UNTOLD) {
      return;
    }
    if (outlet.position() == RelayPosition.CLOSED) {
      outlet.found();
    } else if (start == ShedParts.Start.AFTER_POWER_CUT) {
      outlet.closeAfterPowerCut(now);
    } else {
      protection.foundOpen(now, outlet);
      keep(outlet);
    }
  }
}
