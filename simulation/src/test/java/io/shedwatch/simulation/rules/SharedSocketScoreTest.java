package io.shedwatch.simulation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.rule.RuleSet;
import io.shedwatch.testkit.GeneratedDocument;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The rule shared-socket on sums of measured chargers that its parameters never saw. */
final class SharedSocketScoreTest {
  private static final int EACH = 80;
  private static final long SEED = 2;

  @Test
  void severalInterpolatedChargersAreToldFromOne() throws IOException {
    List<LoadTrace> unseen =
        List.of(
            LoadTrace.where("ebike-chargers-kasa", "full_charge.csv", "power_w", "rad_battery_1"),
            LoadTrace.where(
                "ebike-chargers-kasa", "full_charge.csv", "power_w", "lectric_battery_1"));
    MixScore score = MixScore.of(ChargeMix.draw(unseen, EACH, SEED), RuleSet.BUILT_IN);
    String text =
        score.table()
            + String.format(
                Locale.ROOT,
                "%nPrecision %.3f, recall %.3f over %d mixes.%n",
                score.precision(),
                score.recall(),
                4 * EACH);
    System.out.println(text);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.9);
    GeneratedDocument page = GeneratedDocument.of("alerts.md");
    page.bringUpToDate("shared-socket", text);
    assertThat(page.part("shared-socket")).isEqualTo(text.strip());
  }

  @Test
  void theChargeItWasTunedOnIsTold() throws IOException {
    List<LoadTrace> tuning =
        List.of(LoadTrace.where("ebike-chargers-kasa", "nominal.csv", "power_w", "rad_battery_1"));
    MixScore score = MixScore.of(ChargeMix.draw(tuning, 10, 1), RuleSet.BUILT_IN);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.9);
  }
}
