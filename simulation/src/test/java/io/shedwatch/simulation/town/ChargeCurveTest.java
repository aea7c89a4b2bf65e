package io.shedwatch.simulation.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shedwatch.testkit.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChargeCurveTest {
  private static final Pack LECTRIC =
      new Pack(Pack.Chemistry.LITHIUM, 672, 0.88, 110.5, 0.035, 32 * 60, 0, 4.5, 0.6);

  @Test
  void energyIsTheIntegralOfThePower() {
    ChargeCurve curve = LECTRIC.from(0.4);
    double joules = 0;
    for (int second = 0; second < 6 * 3_600; second++) {
      joules += (curve.watts(second) + curve.watts(second + 1)) / 2;
    }
    assertThat(curve.wattHours(6 * 3_600)).isCloseTo(joules / 3_600, within(0.2));
  }

  @Test
  void thePackIsFullWhenTheChargeEnds() {
    ChargeCurve curve = LECTRIC.from(0.3);
    double missing = 0.7 * LECTRIC.capacityWattHours() / LECTRIC.efficiency();
    double end = curve.secondsUntilBelow(curve.standbyWatts());
    assertThat(curve.wattHours(end)).isCloseTo(missing, within(missing * 0.01));
  }

  @Test
  void aNearlyFullPackStartsInTheTaper() {
    ChargeCurve curve = LECTRIC.from(0.97);
    assertThat(curve.plateauSeconds()).isZero();
    assertThat(curve.watts(0)).isLessThan(60).isGreaterThan(5);
  }

  @Test
  void anEndByAStepFallsFromTheEndPowerToStandbyAtOnce() {
    Pack rad = new Pack(Pack.Chemistry.LITHIUM, 672, 0.88, 104, 0.01, 65 * 60, 17, 5.2, 0.6);
    ChargeCurve curve = rad.from(0.6);
    double end = curve.secondsUntilBelow(15);
    assertThat(curve.watts(end - 1)).isGreaterThanOrEqualTo(17);
    assertThat(curve.watts(end + 1)).isEqualTo(5.2);
  }

  @Test
  void theSmoothCurveFollowsTheMeasuredLectricCharge() throws IOException {
    List<String> rows =
        Files.readAllLines(Needs.measured("ebike-chargers-kasa").resolve("full_charge.csv"));
    List<String[]> lectric =
        rows.stream()
            .map(row -> row.split(","))
            .filter(row -> row[1].equals("lectric_battery_1"))
            .toList();
    LocalDateTime start = LocalDateTime.parse(lectric.get(0)[0]);
    ChargeCurve curve = new ChargeCurve(111, 0.035, 7_450, 111, 36 * 60, 0, 4.5);
    for (String[] row : lectric) {
      double seconds = start.until(LocalDateTime.parse(row[0]), ChronoUnit.SECONDS);
      assertThat(curve.watts(seconds))
          .as(row[0])
          .isCloseTo(Double.parseDouble(row[2]), within(9.0));
    }
  }
}
