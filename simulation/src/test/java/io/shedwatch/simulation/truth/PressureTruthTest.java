package io.shedwatch.simulation.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The estimate against 20 towns whose truth is known: the short form of {@link PressureTowns}, with
 * the same goals. Fails when one of them is missed.
 */
final class PressureTruthTest {
  private static final int TOWNS = 20;
  private static final int SAMPLES = 10;

  /** One town more or less is five percent of twenty. */
  private static final double SLACK = 0.05;

  @Test
  void theTurnedAwayOfTwentyTownsAreEstimatedAsWellAsIsPromised() {
    List<TownVerdict> towns = new ArrayList<>();
    for (long seed = 1; towns.size() < TOWNS; seed++) {
      towns.addAll(PressureTowns.judge(seed, SAMPLES));
    }
    TownGoals goals = new TownGoals(towns);
    System.out.println(goals.table());
    assertThat(goals.goals(SLACK))
        .as(() -> goals.table() + "\n" + towns)
        .allMatch(TownGoals.Goal::reached);
  }

  @Test
  void tiesShareTheirMeanRank() {
    assertThat(TownVerdict.ranks(new double[] {3, 1, 3, 0})).containsExactly(3.5, 2, 3.5, 1);
  }

  @Test
  void anIntervalScoreIsItsWidthAndTwentyTimesWhatItMisses() {
    TownVerdict.Judged judged = new TownVerdict.Judged(12, 8, 6, 10);
    assertThat(judged.intervalScore(6, 10)).isEqualTo(4 + 20 * 2);
    assertThat(judged.covered()).isFalse();
  }
}
