package io.shedwatch.simulation.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.forecast.Charge;
import io.shedwatch.server.forecast.Expected;
import io.shedwatch.server.forecast.FinishRule;
import io.shedwatch.server.forecast.Past;
import io.shedwatch.server.forecast.PastCharge;
import io.shedwatch.simulation.rules.LoadTrace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The two full charges that were measured, each told from the other one's length alone: a shed with
 * a past of one strange charge.
 */
final class MeasuredFinishTest {
  private static final double MINUTE = 60_000;

  @Test
  void fromHalfOfTheEnergyOnTheFinishOfMeasuredChargesIsMostlyKnownToWithinHalfAnHour()
      throws IOException {
    LoadTrace rad =
        LoadTrace.where("ebike-chargers-kasa", "full_charge.csv", "power_w", "rad_battery_1");
    LoadTrace lectric =
        LoadTrace.where("ebike-chargers-kasa", "full_charge.csv", "power_w", "lectric_battery_1");
    for (List<Double> errors : List.of(errors(rad, lectric), errors(lectric, rad))) {
      assertThat(errors).allSatisfy(error -> assertThat(error).isLessThan(40));
      assertThat(errors.stream().sorted().toList().get(errors.size() / 2)).isLessThan(30);
    }
  }

  /** Minutes, at each probe from half of the energy to full. */
  private static List<Double> errors(LoadTrace trace, LoadTrace other) {
    Past past =
        new Past(
            List.of(
                new PastCharge(
                    0, 0, Math.round(endMinute(other) * MINUTE), 0, peak(other), Optional.empty())),
            0);
    double end = endMinute(trace);
    double all = energyUntil(trace, end);
    List<Double> errors = new ArrayList<>();
    Charge charge = new Charge(0);
    for (LoadTrace.Row row : trace.rows()) {
      double minute = row.second() / 60;
      long now = Math.round(minute * MINUTE);
      charge.sample(now, row.watts());
      double share = energyUntil(trace, minute) / all;
      if (minute < end && share >= 0.5) {
        Expected told = FinishRule.expected(charge, past, 0, TownDiary.FULL_WATTS, now);
        double error = told.at() / MINUTE - end;
        System.out.printf(
            Locale.ROOT,
            "%s: %.0f min, %.0f %% of the energy, %.1f W: error %.0f min%n",
            trace.name(),
            minute,
            100 * share,
            row.watts(),
            error);
        errors.add(Math.abs(error));
      }
    }
    return errors;
  }

  private static double peak(LoadTrace trace) {
    return trace.rows().stream().mapToDouble(LoadTrace.Row::watts).max().orElseThrow();
  }

  /** When power falls below full, between two probes by their straight line. */
  private static double endMinute(LoadTrace trace) {
    LoadTrace.Row before = trace.rows().get(0);
    for (LoadTrace.Row row : trace.rows()) {
      if (row.watts() < TownDiary.FULL_WATTS) {
        double part = (before.watts() - TownDiary.FULL_WATTS) / (before.watts() - row.watts());
        return (before.second() + part * (row.second() - before.second())) / 60;
      }
      before = row;
    }
    throw new AssertionError("never full: " + trace.name());
  }

  private static double energyUntil(LoadTrace trace, double minute) {
    double sum = 0;
    LoadTrace.Row before = trace.rows().get(0);
    for (LoadTrace.Row row : trace.rows()) {
      if (row.second() / 60 > minute) {
        break;
      }
      sum += (row.second() - before.second()) * (row.watts() + before.watts()) / 2;
      before = row;
    }
    return sum;
  }
}
