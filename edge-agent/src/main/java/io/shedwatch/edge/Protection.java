package io.shedwatch.edge;

import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.edge.meter.Contact;
import io.shedwatch.edge.meter.ContactSource;
import io.shedwatch.edge.meter.Contacts;
import io.shedwatch.edge.protect.MeterWatch;
import io.shedwatch.edge.protect.RelayWatch;
import io.shedwatch.edge.protect.ShedGuard;
import io.shedwatch.edge.protect.ShedScene;
import io.shedwatch.edge.protect.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Asks the rules of protection about every socket and the shed, and carries out what they say. */
final class Protection {
  private static final OptionalInt WHOLE = OptionalInt.empty();

  /**
   * One verdict.
   *
   * @param about the socket, or empty for the shed itself
   * @param opens the sockets whose relays have to open
   */
  private record Finding(OptionalInt about, Verdict verdict, List<Outlet> opens) {}

  private final List<Outlet> outlets;
  private final AlarmBook book;
  private final ContactSource contacts;
  private ShedGuard guard;
  private Contacts shown = Contacts.NONE;
  private Neighbours neighbours;

  Protection(List<Outlet> outlets, AlarmBook book, ContactSource contacts) {
    this.outlets = outlets;
    this.book = book;
    this.contacts = contacts;
    Set<AlarmKind> open = book.kinds(WHOLE);
    this.guard =
        ShedGuard.start(
            open.contains(AlarmKind.UNDERVOLTAGE),
            open.contains(AlarmKind.OVERVOLTAGE),
            open.contains(AlarmKind.METER_LOST));
    this.neighbours = Neighbours.of(outlets);
  }

  /**
   * Judges what is fresh, and on a tick the meters and the shed; opens relays and raises alarms.
   *
   * @return whether anything was found
   */
  boolean protect(long now, boolean tick, List<Outlet> fresh, Rules rules) {
    neighbours = Neighbours.of(outlets);
    List<Finding> found = new ArrayList<>(0);
    for (Outlet outlet : fresh) {
      for (Verdict verdict : outlet.judge(outlet.scene(neighbours, book), rules)) {
        found.add(
            new Finding(outlet.number, verdict, verdict.opens() ? List.of(outlet) : List.of()));
      }
    }
    if (tick) {
      judgeContacts(fresh, rules, found);
      watchMeters(now, found);
      watchRelays(now, found);
      guardWhole(now, found, rules);
    }
    carryOut(now, found);
    return !found.isEmpty();
  }

  /** Reads the shed's contacts; whether its button was pressed just now. */
  boolean pressed() {
    Contact before = shown.reset();
    shown = contacts.contacts();
    return shown.reset() == Contact.ON && before == Contact.OFF;
  }

  /** A relay was found open, and nothing says why: it stays so until a reset. */
  void foundOpen(long now, Outlet outlet) {
    Verdict unexplained = new Verdict(AlarmKind.OTHER, true, Double.NaN, Double.NaN, true);
    carryOut(now, List.of(new Finding(outlet.number, unexplained, List.of(outlet))));
  }

  /** A meter that is silent must not silence the smoke detector beside it. */
  private void judgeContacts(List<Outlet> fresh, Rules rules, List<Finding> found) {
    for (Outlet outlet : outlets) {
      if (fresh.contains(outlet) || !outlet.alarming()) {
        continue;
      }
      for (Verdict verdict : outlet.judgeContacts(outlet.scene(neighbours, book), rules)) {
        found.add(
            new Finding(outlet.number, verdict, verdict.opens() ? List.of(outlet) : List.of()));
      }
    }
  }

  private void watchMeters(long now, List<Finding> found) {
    long volts = 0;
    long watts = 0;
    for (Outlet outlet : outlets) {
      volts += outlet.watch.voltsMoves();
      watts += outlet.watch.wattsMoves();
    }
    for (Outlet outlet : outlets) {
      MeterWatch watch = outlet.watch;
      MeterWatch.Step step =
          watch.next(outlet.sample, now, volts - watch.voltsMoves(), watts - watch.wattsMoves());
      outlet.watch = step.next();
      for (Verdict verdict : step.verdicts()) {
        found.add(new Finding(outlet.number, verdict, List.of()));
      }
    }
  }

  /** Nothing that stands behind a silent device can be cut: somebody has to know. */
  private void watchRelays(long now, List<Finding> found) {
    for (Outlet outlet : outlets) {
      boolean untold = outlet.switchable() && outlet.position() == RelayPosition.UNTOLD;
      boolean wantedOpen = outlet.use.wanted() == RelayPosition.OPEN;
      boolean told = book.faulty(outlet.number);
      RelayWatch.Step step = outlet.relayWatch.next(untold, wantedOpen, told, now);
      outlet.relayWatch = step.next();
      for (Verdict verdict : step.verdicts()) {
        found.add(new Finding(outlet.number, verdict, List.of()));
      }
    }
  }

  private void guardWhole(long now, List<Finding> found, Rules rules) {
    ShedGuard.Step step = guard.next(scene(), now, rules.protection());
    guard = step.next();
    for (Verdict verdict : step.verdicts()) {
      found.add(new Finding(WHOLE, verdict, verdict.opens() ? opens(verdict) : List.of()));
    }
  }

  private List<Outlet> opens(Verdict verdict) {
    List<Outlet> able = outlets.stream().filter(Outlet::switchable).toList();
    if (verdict.kind() != AlarmKind.SHED_OVERLOAD) {
      return able;
    }
    List<ShedGuard.Load> loads =
        able.stream()
            .filter(Neighbours::loads)
            .map(
                outlet ->
                    new ShedGuard.Load(
                        outlet.socket(), outlet.sample.watts(), outlet.use.startedAt()))
            .toList();
    List<Integer> victims = ShedGuard.toOpen(loads, verdict.limit());
    return able.stream().filter(outlet -> victims.contains(outlet.socket())).toList();
  }

  ShedScene scene() {
    return new ShedScene(
        neighbours.watts(),
        neighbours.volts(),
        neighbours.coolest(),
        shown,
        shown.deaf() || outlets.stream().anyMatch(Outlet::deaf),
        book.kinds(WHOLE));
  }

  /** First all relays, then all alarms, then what is kept. */
  private void carryOut(long now, List<Finding> found) {
    for (Finding finding : found) {
      for (Outlet outlet : finding.opens()) {
        if (outlet.switchable()) {
          outlet.use = outlet.use.trip();
          outlet.drive(now);
        }
      }
    }
    for (Finding finding : found) {
      Verdict verdict = finding.verdict();
      if (!verdict.raise()) {
        book.over(now, finding.about(), verdict.kind());
        continue;
      }
      AlarmId id = book.raise(now, fact(finding));
      if (finding.about().isEmpty()) {
        finding.opens().forEach(outlet -> outlet.holdFor(id));
      }
    }
  }

  /** A relay counts as opened when its device shows it; one that stays silent is told as such. */
  private static Fact fact(Finding finding) {
    Verdict verdict = finding.verdict();
    List<Outlet> cut = finding.opens().stream().filter(Outlet::switchable).toList();
    boolean seen =
        !cut.isEmpty() && cut.stream().allMatch(one -> one.position() == RelayPosition.OPEN);
    return new Fact(
        finding.about(),
        verdict.kind(),
        verdict.measured(),
        verdict.limit(),
        seen ? AlarmAction.RELAY_OPENED : AlarmAction.NONE,
        !cut.isEmpty());
  }
}
