package io.shedwatch.simulation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Limits;
import io.shedwatch.testkit.GeneratedDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The rule not-a-charger on every measured load that is not one, and on all that may be there. */
final class MeasuredLoadsTest {
  private static final List<String> FORBIDDEN =
      List.of(
          "coffee_maker",
          "cooking_stove",
          "hair_dryer_day_with_gaps",
          "kettle_a",
          "laundry_dryer_a",
          "microwave",
          "toaster",
          "vacuum_cleaner",
          "washing_machine");

  private static final List<String> IN_THE_LAB =
      List.of(
          "two_loads_kettle",
          "two_loads_main",
          "two_loads_vacuum",
          "three_loads_kettle",
          "three_loads_main",
          "three_loads_vacuum",
          "three_loads_water_heater");

  private static final List<String> ALLOWED =
      List.of("laptop_charger", "phone_charger", "refrigerator_6h");

  @Test
  void everyForbiddenLoadIsFlaggedInTimeAndNothingElseIs() throws IOException {
    List<List<LoadTrace>> forbidden = forbidden();
    List<List<LoadTrace>> allowed = allowed();
    StringBuilder table =
        new StringBuilder(
            "| load | stays above 700 W | late or missed | slowest, s | before the cut | late or"
                + " missed | slowest, s |\n|---|---|---|---|---|---|---|\n");
    for (List<LoadTrace> load : forbidden) {
      LoadScore open = LoadScore.of(load, AgentFilter.WIDE);
      LoadScore cut = LoadScore.of(load, Limits.DEFAULTS);
      assertThat(open.runs()).as(open.toString()).isPositive();
      assertThat(open.missed()).as(open.toString()).isZero();
      assertThat(cut.missed()).as(cut.toString()).isZero();
      row(table, open, cut);
    }
    for (List<LoadTrace> load : allowed) {
      LoadScore score = LoadScore.of(load, AgentFilter.WIDE);
      assertThat(score.raised()).as(score.toString()).isZero();
      table.append("| %s | never | not flagged | | | | |%n".formatted(score.name()));
    }
    GeneratedDocument page = GeneratedDocument.of("alerts.md");
    page.bringUpToDate("not-a-charger", table.toString());
    assertThat(page.part("not-a-charger")).isEqualTo(table.toString().strip());
  }

  private static void row(StringBuilder table, LoadScore open, LoadScore cut) {
    table.append(
        String.format(
            Locale.ROOT,
            "| %s | %d | %d | %.1f | %d | %d | %.1f |%n",
            open.name(),
            open.runs(),
            open.missed(),
            open.slowestSeconds(),
            cut.runs(),
            cut.missed(),
            cut.slowestSeconds()));
  }

  private static List<List<LoadTrace>> forbidden() throws IOException {
    List<List<LoadTrace>> loads = new ArrayList<>();
    for (String name : FORBIDDEN) {
      loads.add(LoadTrace.windows("tracebase-appliances", name + ".csv", "power_1s_w"));
    }
    for (String name : IN_THE_LAB) {
      loads.add(List.of(LoadTrace.file("lab-kettle-vacuum-heater", name + ".csv", "active_w")));
    }
    return loads;
  }

  private static List<List<LoadTrace>> allowed() throws IOException {
    List<List<LoadTrace>> loads = new ArrayList<>();
    for (String name : ALLOWED) {
      loads.add(LoadTrace.windows("tracebase-appliances", name + ".csv", "power_1s_w"));
    }
    for (String name : List.of("powerbank_noisy", "apple_watch")) {
      loads.add(List.of(LoadTrace.file("small-chargers", name + ".csv", "power_w")));
    }
    for (String socket : List.of("rad_battery_1", "lectric_battery_1")) {
      loads.add(List.of(kasa("full_charge.csv", socket)));
    }
    loads.add(List.of(kasa("nominal.csv", "rad_battery_1")));
    return loads;
  }

  private static LoadTrace kasa(String file, String socket) throws IOException {
    return LoadTrace.where("ebike-chargers-kasa", file, "power_w", socket);
  }
}
