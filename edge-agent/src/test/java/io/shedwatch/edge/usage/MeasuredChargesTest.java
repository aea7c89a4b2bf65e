package io.shedwatch.edge.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Limits;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.Usage;
import io.shedwatch.edge.Traces;
import io.shedwatch.edge.Traces.Point;
import io.shedwatch.edge.meter.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Usage on measured chargers. */
final class MeasuredChargesTest {
  private static final UsageLimits LIMITS = UsageLimits.of(Limits.DEFAULTS);

  /** A usage and the moment it began, milliseconds of the log. */
  private record Turn(Usage usage, long began) {}

  private static List<Turn> replay(List<Point> points) {
    SocketUse use = SocketUse.FREE;
    List<Turn> turns = new ArrayList<>();
    for (Point point : points) {
      SocketUse.Step step =
          use.observe(Sample.ofWatts(point.at(), point.watts()), RelayPosition.CLOSED, LIMITS);
      if (step.next().usage() != use.usage()) {
        turns.add(new Turn(step.next().usage(), step.began()));
      }
      use = step.next();
    }
    return turns;
  }

  /** The same trace with a sample a second, linear between the measured ones: synthetic there. */
  private static List<Point> linear(List<Point> points) {
    List<Point> dense = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      for (long at = from.at(); at < to.at(); at += 1_000) {
        double part = (at - from.at()) / (double) (to.at() - from.at());
        dense.add(new Point(at, from.watts() + part * (to.watts() - from.watts()), Double.NaN));
      }
    }
    return dense;
  }

  @Test
  void radIsFinishedAtTheStepOfItsOwnEnd() {
    List<Turn> turns = replay(Traces.kasa("full_charge.csv", "rad_battery_1"));

    assertThat(turns).extracting(Turn::usage).containsExactly(Usage.CHARGING, Usage.FINISHED);
    assertThat(turns.get(1).began()).isEqualTo(Traces.at("2023-06-24T02:48:10"));
  }

  @Test
  void lectricIsFinishedWithinItsSmoothFall() {
    List<Turn> turns = replay(Traces.kasa("full_charge.csv", "lectric_battery_1"));

    assertThat(turns).extracting(Turn::usage).containsExactly(Usage.CHARGING, Usage.FINISHED);
    assertThat(turns.get(1).began()).isEqualTo(Traces.at("2023-06-24T03:13:30"));
  }

  @Test
  void lectricInterpolatedLinearlyToOneSecondIsFinishedWithinTwoSamplesOfTheCrossing() {
    List<Point> dense = linear(Traces.kasa("full_charge.csv", "lectric_battery_1"));
    long crossing =
        dense.stream().filter(point -> point.watts() < 15).findFirst().orElseThrow().at();

    List<Turn> turns = replay(dense);

    assertThat(turns.get(1).usage()).isEqualTo(Usage.FINISHED);
    assertThat(turns.get(1).began()).isBetween(crossing, crossing + 2_000);
    assertThat(crossing)
        .isBetween(Traces.at("2023-06-24T03:10:00"), Traces.at("2023-06-24T03:12:00"));
  }

  @Test
  void aChargeThatItsOwnerCutsIsNeverFinished() {
    List<Turn> turns = replay(Traces.kasa("nominal.csv", "rad_battery_1"));

    assertThat(turns).extracting(Turn::usage).containsExactly(Usage.CHARGING);
  }

  @Test
  void anAlmostFullBatteryStartsInTheTaper() {
    Point only = Traces.kasa("full_charge.csv", "rad_battery_3").get(0);

    List<Turn> turns =
        replay(List.of(only, new Point(only.at() + 300_000, only.watts(), Double.NaN)));

    assertThat(turns).extracting(Turn::usage).containsExactly(Usage.CHARGING);
  }

  @Test
  void aPowerBankBelowTheFullLimitCountsAsFinishedIsCutAndAProbeFreesItsSocket() {
    List<Point> points = new ArrayList<>(Traces.small("powerbank_noisy.csv"));
    long end = points.get(points.size() - 1).at();
    long lastLoad =
        points.stream()
            .filter(point -> point.watts() >= 0.5)
            .reduce((a, b) -> b)
            .orElseThrow()
            .at();
    for (int i = 1; i <= 40; i++) {
      points.add(new Point(end + i * 20_000L, 0, Double.NaN));
    }

    List<Turn> turns = replay(points);

    assertThat(turns.get(0).usage()).isEqualTo(Usage.CHARGING);
    assertThat(turns).extracting(Turn::usage).contains(Usage.FINISHED);
    assertThat(turns.get(turns.size() - 1).usage()).isEqualTo(Usage.FREE);
    assertThat(turns.get(turns.size() - 1).began()).isBetween(lastLoad, lastLoad + 620_000);
  }

  @Test
  void aWatchThatPulsesIsOccupiedAllTheTimeItPulses() {
    List<Point> points = Traces.small("apple_watch.csv");
    long first =
        points.stream().filter(point -> point.watts() >= 0.5).findFirst().orElseThrow().at();

    List<Turn> turns = replay(points);

    assertThat(turns.get(0).usage()).isEqualTo(Usage.CHARGING);
    assertThat(turns.get(0).began()).isEqualTo(first);
    assertThat(turns.get(1).usage()).isEqualTo(Usage.FINISHED);
  }
}
