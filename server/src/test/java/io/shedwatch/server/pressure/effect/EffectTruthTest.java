package io.shedwatch.server.pressure.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What an answer is worth, in towns whose truth is known. Seeds on which nothing was set. */
final class EffectTruthTest {
  private static final int SEEDS = 50;
  private static final long FIRST_SEED = 7_001;
  private static final int WEEKS = 8;

  /** In how many towns a change was said to be found, and the interval held the truth. */
  record Score(int found, int held) {}

  static Score score(int seeds, int treated, int weeks, double change) {
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
}
