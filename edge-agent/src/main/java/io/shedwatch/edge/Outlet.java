package io.shedwatch.edge;

import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.edge.meter.AbsentRelay;
import io.shedwatch.edge.meter.Contact;
import io.shedwatch.edge.meter.Sample;
import io.shedwatch.edge.meter.WiredSocket;
import io.shedwatch.edge.protect.MeterWatch;
import io.shedwatch.edge.protect.RelayWatch;
import io.shedwatch.edge.protect.SocketGuard;
import io.shedwatch.edge.protect.SocketScene;
import io.shedwatch.edge.protect.Verdict;
import io.shedwatch.edge.usage.SocketUse;
import io.shedwatch.edge.usage.UseText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** One socket as the loop sees it: its devices, its states, and what its relay was told. */
final class Outlet {
  private static final long REPEAT_ORDER_MILLIS = 1_000;

  /** Then the relay counts as stuck open; opening is never given up. */
  private static final int CLOSE_TRIES = 5;

  /** The newest whole-shed alarms that hold this socket; older ones are not kept over a restart. */
  private static final int MOST_HOLDERS = 5;

  final WiredSocket wired;
  final OptionalInt number;
  SocketGuard guard;
  MeterWatch watch;
  RelayWatch relayWatch = RelayWatch.CALM;
  SocketUse use;
  Sample sample = Sample.NONE;
  Optional<Report> report = Optional.empty();
  boolean warm;
  Contact button = Contact.UNKNOWN;

  /** Whole-shed alarms that hold this socket's relay open, oldest first. */
  final List<AlarmId> holders = new ArrayList<>();

  private Optional<RelayPosition> ordered = Optional.empty();
  private long orderedAt;
  private long openSince = SocketScene.CLOSED;
  private int closeTries;
  private String kept = "";

  Outlet(WiredSocket wired, SocketUse use, long now, Set<AlarmKind> open, boolean faulty) {
    this.wired = wired;
    this.number = OptionalInt.of(wired.socket());
    this.use = use;
    this.guard = SocketGuard.restored(open.contains(AlarmKind.FUSE_BLOWN), faulty);
    this.watch =
        MeterWatch.start(
            now, open.contains(AlarmKind.METER_LOST), open.contains(AlarmKind.METER_FROZEN));
  }

  int socket() {
    return wired.socket();
  }

  boolean switchable() {
    return wired.relay() != AbsentRelay.INSTANCE;
  }

  RelayPosition position() {
    return wired.relay().position();
  }

  /** Whether the relay has been told anything, or was found standing where it should. */
  boolean compared() {
    return ordered.isPresent() || !switchable();
  }

  /** At a start: the relay stands where it should. */
  void found() {
    ordered = Optional.of(use.wanted());
  }

  /** Reads the meter; whether it has something new. */
  boolean refresh() {
    Sample newest = wired.meter().sample();
    boolean fresh = newest.at() > sample.at();
    if (fresh || !newest.contacts().equals(sample.contacts())) {
      sample = newest;
    }
    return fresh;
  }

  /** Judges the fresh sample. Values that cannot be believed are not judged, contacts are. */
  List<Verdict> judge(SocketScene scene, Rules rules) {
    Sample judged = watch.blind() ? contactsOnly(sample) : sample;
    SocketGuard.Step step = guard.next(judged, scene, rules.protection());
    guard = step.next();
    return step.verdicts();
  }

  /** Whether a contact shows danger. */
  boolean alarming() {
    return sample.contacts().smoke() == Contact.ON
        || sample.contacts().residualCurrent() == Contact.ON;
  }

  /** Whether a detector of danger is wired here and does not answer. */
  boolean deaf() {
    return sample.contacts().deaf();
  }

  /** Judges the contacts beside a meter that says nothing new. */
  List<Verdict> judgeContacts(SocketScene scene, Rules rules) {
    return guard.next(contactsOnly(sample), scene, rules.protection()).verdicts();
  }

  SocketScene scene(Neighbours neighbours, AlarmBook book) {
    return new SocketScene(
        position(),
        openSince,
        closeTries >= CLOSE_TRIES && position() == RelayPosition.OPEN,
        neighbours.coolestBeside(this),
        neighbours.volts(),
        book.kinds(number),
        book.cuts(number));
  }

  /** Orders the relay to where the usage wants it, and repeats an order that was not followed. */
  void drive(long now) {
    RelayPosition wanted = use.wanted();
    if (!switchable() || (ordered.isEmpty() && wanted == RelayPosition.CLOSED)) {
      return;
    }
    boolean fresh = !ordered.equals(Optional.of(wanted));
    if (fresh) {
      ordered = Optional.of(wanted);
      closeTries = 0;
      openSince = wanted == RelayPosition.OPEN ? now : SocketScene.CLOSED;
    } else if (position() == wanted || now - orderedAt < REPEAT_ORDER_MILLIS) {
      return;
    }
    if (wanted == RelayPosition.OPEN) {
      orderedAt = now;
      wired.relay().open();
    } else if (closeTries < CLOSE_TRIES && (fresh || position() == RelayPosition.OPEN)) {
      orderedAt = now;
      closeTries++;
      wired.relay().close();
    }
  }

  /** At a start after a power cut: relays fall open, and this one is not held. */
  void closeAfterPowerCut(long now) {
    ordered = Optional.of(RelayPosition.OPEN);
    drive(now);
  }

  void holdFor(AlarmId shedAlarm) {
    holders.add(shedAlarm);
    if (holders.size() > MOST_HOLDERS) {
      holders.remove(0);
    }
  }

  Reading reading() {
    Sample shown = watch.lost().on() ? Sample.NONE : sample;
    return Report.reading(socket(), use.usage(), position(), shown);
  }

  /** What to keep, when it differs from what was kept last. */
  Optional<SocketMemory> toKeep() {
    String text = UseText.write(use) + "|" + holderText();
    if (text.equals(kept)) {
      return Optional.empty();
    }
    kept = text;
    return Optional.of(new SocketMemory(socket(), text));
  }

  private String holderText() {
    return String.join(",", holders.stream().map(AlarmId::value).toList());
  }

  private static Sample contactsOnly(Sample sample) {
    return new Sample(
        sample.at(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, sample.contacts());
  }
}
