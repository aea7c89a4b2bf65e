package io.shedwatch.edge.protect;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.Limits;
import io.shedwatch.edge.Traces;
import io.shedwatch.edge.Traces.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Protection on measured loads: a kettle trips when the curve says so, no charger ever does. */
final class MeasuredLoadsTest {
  private final GuardedSocket socket = new GuardedSocket();

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
    socket.limits = ProtectionLimits.of(withMaxWatts(4_000));
    List<Point> kettle = Traces.lab("three_loads_kettle.csv");
    int on = firstAbove(kettle, 600);
    double mean =
        kettle.subList(on, on + 23).stream().mapToDouble(Point::amperes).average().orElseThrow();
    double closed = InverseTime.secondsToTrip(mean / 5.5, 1);

    assertThat(replay(kettle)).extracting(Verdict::kind).containsExactly(AlarmKind.OVERCURRENT);
    socket.rest();
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
      found.addAll(socket.load(point.watts(), point.amperes()));
    }
    return found;
  }

  /** Samples from {@code on} until something trips, that one included. */
  private int tripAfter(List<Point> points, int on) {
    socket.rest();
    for (int i = 0; i < points.size(); i++) {
      if (!socket.load(points.get(i).watts(), points.get(i).amperes()).isEmpty()) {
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
}
