package io.shedwatch.server.pressure.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What an answer is worth, in towns whose truth is known. Seeds on which nothing was set. */
final class EffectTruthTest {
  private static final int SEEDS = 50;
  private static final long FIRST_SEED = 7_001;
  private static final int WEEKS = 8;

  private record Score(int found, int held) {}

  private static Score score(int seeds, int treated, int weeks, double change) {
    int found = 0;
    int held = 0;
    for (long seed : LongStream.range(FIRST_SEED, FIRST_SEED + seeds).toArray()) {
      EffectTown town = EffectTown.of(seed, treated, 14 * weeks, 7 * weeks, change);
      Effect effect = BeforeAfter.of(town.own(), town.others(), 7 * weeks).effect().orElseThrow();
      boolean right = change == 0 || Math.signum(effect.change()) == Math.signum(change);
      found += effect.found() && right ? 1 : 0;
      held += effect.low() <= change && change <= effect.high() ? 1 : 0;
    }
    return new Score(found, held);
  }

  @Test
  void aFifthFewerIsFoundInFourOfFiveTownsAndTheIntervalHoldsIt() {
    Score score = score(SEEDS, 3, WEEKS, -0.2);
    assertThat(score.found()).isGreaterThanOrEqualTo(SEEDS * 8 / 10);
    assertThat(score.held()).isGreaterThanOrEqualTo(SEEDS * 9 / 10);
    assertThat(score(SEEDS, 1, WEEKS, -0.2).found())
        .as("one shed alone")
        .isGreaterThanOrEqualTo(SEEDS * 8 / 10);
  }

  @Test
  void whereNothingWasDoneNothingIsFoundInNineOfTenTowns() {
    assertThat(score(SEEDS, 3, WEEKS, 0).found()).isLessThanOrEqualTo(SEEDS / 10);
    assertThat(score(SEEDS, 1, WEEKS, 0).found()).isLessThanOrEqualTo(SEEDS / 10);
  }

  /** {@code -Deffect.seeds=400} prints the table of docs/pressure.md. */
  @Test
  @EnabledIfSystemProperty(named = "effect.seeds", matches = "\\d+")
  void theTable() {
    int seeds = Integer.getInteger("effect.seeds", SEEDS);
    System.out.println(
        "| sheds | weeks each side | nothing | 10 % fewer | 20 % fewer | 30 % fewer | interval holds 20 % |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (int treated : new int[] {1, 3}) {
      for (int weeks : new int[] {4, 8, 12}) {
        Score none = score(seeds, treated, weeks, 0);
        Score ten = score(seeds, treated, weeks, -0.1);
        Score twenty = score(seeds, treated, weeks, -0.2);
        Score thirty = score(seeds, treated, weeks, -0.3);
        System.out.printf(
            Locale.ROOT,
            "| %d | %d | %.1f %% | %.0f %% | %.0f %% | %.0f %% | %.1f %% |%n",
            treated,
            weeks,
            100.0 * none.found() / seeds,
            100.0 * ten.found() / seeds,
            100.0 * twenty.found() / seeds,
            100.0 * thirty.found() / seeds,
            100.0 * twenty.held() / seeds);
      }
    }
  }
}
