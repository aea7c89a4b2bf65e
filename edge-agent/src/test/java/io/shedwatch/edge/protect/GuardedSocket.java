package io.shedwatch.edge.protect;

import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.Limits;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.edge.meter.Contacts;
import io.shedwatch.edge.meter.Sample;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** One guarded socket with what surrounds it, fed with one sample a second. */
final class GuardedSocket {
  static final double NOT = Double.NaN;

  ProtectionLimits limits = ProtectionLimits.of(Limits.DEFAULTS);
  private SocketGuard guard = SocketGuard.CALM;
  private final Set<AlarmKind> open = EnumSet.noneOf(AlarmKind.class);
  private final Set<AlarmKind> cut = EnumSet.noneOf(AlarmKind.class);
  RelayPosition relay = RelayPosition.CLOSED;
  long openSince = SocketScene.CLOSED;
  double coolest = NOT;
  double neighbourVolts = NOT;
  boolean stuck;
  private long second;

  /** One sample a second; what was found goes into the open alarms as the loop does it. */
  private List<Verdict> sample(Sample sample) {
    SocketGuard.Step step =
        guard.next(
            sample,
            new SocketScene(
                relay,
                openSince,
                stuck,
                coolest,
                neighbourVolts,
                Set.copyOf(open),
                Set.copyOf(cut)),
            limits);
    guard = step.next();
    second++;
    for (Verdict verdict : step.verdicts()) {
      if (!verdict.raise()) {
        open.remove(verdict.kind());
        continue;
      }
      open.add(verdict.kind());
      if (verdict.opens()) {
        cut.add(verdict.kind());
      }
    }
    return step.verdicts();
  }

  List<Verdict> load(double watts, double amperes) {
    return sample(new Sample(second * 1_000, NOT, amperes, watts, NOT, NOT, Contacts.NONE));
  }

  List<Verdict> celsius(double celsius) {
    return sample(new Sample(second * 1_000, NOT, NOT, NOT, NOT, celsius, Contacts.NONE));
  }

  List<Verdict> volts(double volts) {
    return sample(new Sample(second * 1_000, volts, NOT, NOT, NOT, NOT, Contacts.NONE));
  }

  List<Verdict> contacts(Contacts contacts) {
    return sample(new Sample(second * 1_000, NOT, NOT, NOT, NOT, NOT, contacts));
  }

  List<Verdict> times(int samples, Supplier<List<Verdict>> one) {
    List<Verdict> found = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      found.addAll(one.get());
    }
    return found;
  }

  /** As after a start, with nothing found yet. */
  void rest() {
    guard = SocketGuard.CALM;
    open.clear();
    cut.clear();
  }
}
