package io.shedwatch.edge.protect;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.Limits;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.edge.Traces;
import io.shedwatch.edge.Traces.Point;
import io.shedwatch.edge.meter.Contact;
import io.shedwatch.edge.meter.Contacts;
import io.shedwatch.edge.meter.Sample;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SocketGuardTest {
  private static final double NOT = Double.NaN;

  private ProtectionLimits limits = ProtectionLimits.of(Limits.DEFAULTS);
  private SocketGuard guard = SocketGuard.CALM;
  private final Set<AlarmKind> open = EnumSet.noneOf(AlarmKind.class);
  private final Set<AlarmKind> cut = EnumSet.noneOf(AlarmKind.class);
  private RelayPosition relay = RelayPosition.CLOSED;
  private long openSince = SocketScene.CLOSED;
  private double coolest = NOT;
  private double neighbourVolts = NOT;
  private boolean stuck;
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

  private List<Verdict> load(double watts, double amperes) {
    return sample(new Sample(second * 1_000, NOT, amperes, watts, NOT, NOT, Contacts.NONE));
  }

  private List<Verdict> celsius(double celsius) {
    return sample(new Sample(second * 1_000, NOT, NOT, NOT, NOT, celsius, Contacts.NONE));
  }

  private List<Verdict> volts(double volts) {
    return sample(new Sample(second * 1_000, volts, NOT, NOT, NOT, NOT, Contacts.NONE));
  }

  private List<Verdict> contacts(Contacts contacts) {
    return sample(new Sample(second * 1_000, NOT, NOT, NOT, NOT, NOT, contacts));
  }

  private List<Verdict> times(int samples, java.util.function.Supplier<List<Verdict>> one) {
    List<Verdict> found = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      found.addAll(one.get());
    }
    return found;
  }

  @Test
  void currentAndPowerAreJudgedSeparately() {
    times(2, () -> load(100, 8.8));
    assertThat(times(20, () -> load(100, 8.8))).isEmpty();
    assertThat(times(3, () -> load(100, 8.8)))
        .containsExactly(Verdict.cut(AlarmKind.OVERCURRENT, 8.8, 5.5));
  }

  @Test
  void aLowPowerFactorIsNoOverpower() {
    assertThat(times(600, () -> load(550, 4.2))).isEmpty();
  }

  @Test
  void whatIsCutIsToldOnce() {
    assertThat(times(100, () -> load(2_000, NOT)))
        .containsExactly(Verdict.cut(AlarmKind.OVERPOWER, 2_000, 600));
  }

  @Test
  void theKettleOfTheLaboratoryTripsOverpowerFirstWithTheDefaults() {
    List<Point> kettle = Traces.lab("three_loads_kettle.csv");
    int on = firstAbove(kettle, 600);

    Verdict found = replay(kettle).get(0);

    assertThat(found.kind()).isEqualTo(AlarmKind.OVERPOWER);
    assertThat(found.opens()).isTrue();
    // 1,513 W is 2.5 times the limit: the third sample is the second at 3 times the limit.
    assertThat(tripAfter(kettle, on)).isEqualTo(3);
  }

  @Test
  void theKettleOfTheLaboratoryTripsOvercurrentByTheClosedFormWhenItsPowerIsAllowed() {
    limits = ProtectionLimits.of(withMaxWatts(4_000));
    List<Point> kettle = Traces.lab("three_loads_kettle.csv");
    int on = firstAbove(kettle, 600);
    double mean =
        kettle.subList(on, on + 23).stream().mapToDouble(Point::amperes).average().orElseThrow();
    double closed = InverseTime.secondsToTrip(mean / 5.5, 1);

    assertThat(replay(kettle)).extracting(Verdict::kind).containsExactly(AlarmKind.OVERCURRENT);
    guard = SocketGuard.CALM;
    cut.clear();
    assertThat((double) tripAfter(kettle, on)).isBetween(closed - 1, closed + 1);
  }

  @Test
  void noMeasuredChargerTrips() {
    List<Point> all = new ArrayList<>(Traces.kasa("full_charge.csv", "rad_battery_1"));
    all.addAll(Traces.kasa("full_charge.csv", "lectric_battery_1"));
    all.addAll(Traces.small("powerbank_noisy.csv"));
    all.addAll(Traces.appliance("laptop_charger.csv"));
    all.addAll(Traces.appliance("refrigerator_6h.csv"));
    assertThat(replay(all)).isEmpty();
  }

  private List<Verdict> replay(List<Point> points) {
    List<Verdict> found = new ArrayList<>();
    for (Point point : points) {
      found.addAll(load(point.watts(), point.amperes()));
    }
    return found;
  }

  /** Samples from {@code on} until something trips, that one included. */
  private int tripAfter(List<Point> points, int on) {
    guard = SocketGuard.CALM;
    cut.clear();
    for (int i = 0; i < points.size(); i++) {
      if (!load(points.get(i).watts(), points.get(i).amperes()).isEmpty()) {
        return i - on + 1;
      }
    }
    throw new AssertionError("never tripped");
  }

  private static int firstAbove(List<Point> points, double watts) {
    int i = 0;
    while (points.get(i).watts() <= watts) {
      i++;
    }
    return i;
  }

  private static Limits withMaxWatts(double watts) {
    Limits d = Limits.DEFAULTS;
    return new Limits(
        1,
        0,
        d.maxAmperes(),
        d.timeMultiplier(),
        watts,
        d.shedMaxWatts(),
        d.fullWatts(),
        d.fullHoldSeconds(),
        d.removedWatts(),
        d.removedHoldSeconds(),
        d.maxSessionSeconds(),
        d.maxCelsius());
  }

  @Test
  void temperatureNeedsThreeSamplesAndANeighbourThatDisagrees() {
    coolest = 40;
    assertThat(celsius(76)).isEmpty();
    assertThat(celsius(76)).isEmpty();
    assertThat(celsius(60)).as("one sample below starts again").isEmpty();
    assertThat(times(2, () -> celsius(76))).isEmpty();
    assertThat(celsius(76)).containsExactly(Verdict.cut(AlarmKind.OVERTEMPERATURE, 76, 75));
    assertThat(times(10, () -> celsius(80))).isEmpty();
  }

  @Test
  void aShedInTheSunCutsNothing() {
    coolest = 70;
    assertThat(times(60, () -> celsius(76))).isEmpty();
  }

  @Test
  void temperatureAlarmsBeforeItCuts() {
    coolest = 40;
    assertThat(times(5, () -> celsius(66)))
        .containsExactly(Verdict.tell(AlarmKind.OVERTEMPERATURE, 66, 65));
    assertThat(times(5, () -> celsius(76)))
        .containsExactly(Verdict.cut(AlarmKind.OVERTEMPERATURE, 76, 75));
  }

  @Test
  void withoutANeighbourThatMeasuresThreeSamplesAreEnough() {
    assertThat(times(3, () -> celsius(76)))
        .containsExactly(Verdict.cut(AlarmKind.OVERTEMPERATURE, 76, 75));
  }

  @Test
  void smokeAndResidualCurrentOpenAtOnce() {
    Contacts smoke = Contacts.NONE.withSmoke(Contact.ON);
    assertThat(contacts(smoke)).containsExactly(Verdict.cut(AlarmKind.SMOKE, NOT, NOT));
    assertThat(times(10, () -> contacts(smoke))).isEmpty();
    Contacts leak =
        new Contacts(Contact.OFF, Contact.ON, Contact.UNKNOWN, Contact.UNKNOWN, Contact.UNKNOWN);
    assertThat(contacts(leak)).containsExactly(Verdict.cut(AlarmKind.RESIDUAL_CURRENT, NOT, NOT));
  }

  @Test
  void aLoadBehindAnOpenRelayIsAWeldedRelay() {
    relay = RelayPosition.OPEN;
    openSince = 0;
    assertThat(times(4, () -> load(104, 0.5))).as("the meter settles").isEmpty();
    assertThat(load(104, 0.5)).containsExactly(Verdict.tell(AlarmKind.RELAY_WELDED, 104, 5));
    assertThat(times(60, () -> load(104, 0.5))).isEmpty();
  }

  @Test
  void theLastWindowOfAMeterIsNoWeldedRelay() {
    relay = RelayPosition.OPEN;
    openSince = 0;
    times(3, () -> load(104, 0.5));
    assertThat(times(600, () -> load(0.4, 0.01))).isEmpty();
  }

  @Test
  void aRelayThatSaysClosedAfterAnOpenIsWelded() {
    openSince = 0;
    assertThat(times(7, () -> load(0, 0))).isEmpty();
    assertThat(load(0, 0)).extracting(Verdict::kind).containsExactly(AlarmKind.RELAY_WELDED);
  }

  @Test
  void aDeadSocketBesideLiveOnesHasABlownFuseUntilItsVoltageIsBack() {
    neighbourVolts = 221;
    assertThat(times(10, () -> volts(3))).isEmpty();
    assertThat(volts(3)).containsExactly(Verdict.tell(AlarmKind.FUSE_BLOWN, 3, 40));
    assertThat(times(60, () -> volts(220))).isEmpty();
    assertThat(volts(220)).containsExactly(Verdict.over(AlarmKind.FUSE_BLOWN, 220, 40));
  }

  @Test
  void aPowerCutIsNoBlownFuse() {
    neighbourVolts = 2;
    assertThat(times(120, () -> volts(3))).isEmpty();
  }

  @Test
  void aFaultContactCountsAfterThreeMinutesBothWays() {
    Contacts fault = fault(Contact.ON);
    Contacts fine = fault(Contact.OFF);
    assertThat(times(179, () -> contacts(fault))).isEmpty();
    assertThat(contacts(fine)).isEmpty();
    assertThat(times(181, () -> contacts(fault)))
        .containsExactly(Verdict.tell(AlarmKind.OTHER, NOT, NOT));
    assertThat(times(180, () -> contacts(fine))).isEmpty();
    assertThat(contacts(fine)).containsExactly(Verdict.over(AlarmKind.OTHER, NOT, NOT));
  }

  @Test
  void aRelayThatStaysOpenIsAFault() {
    stuck = true;
    assertThat(times(181, () -> load(0, 0)))
        .containsExactly(Verdict.tell(AlarmKind.OTHER, NOT, NOT));
  }

  private static Contacts fault(Contact fault) {
    return new Contacts(Contact.UNKNOWN, Contact.UNKNOWN, Contact.UNKNOWN, fault, Contact.UNKNOWN);
  }
}
