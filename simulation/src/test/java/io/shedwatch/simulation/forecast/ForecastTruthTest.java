package io.shedwatch.simulation.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The forecast in towns whose future is known. One town and three days here; {@code
 * -Dforecast.towns=5 -Dforecast.days=7} judges as many and prints the figures of docs/forecast.md.
 */
final class ForecastTruthTest {
  private static final int TOWNS = Integer.getInteger("forecast.towns", 1);
  private static final int DAYS = Integer.getInteger("forecast.days", 3);
  private static final int LEARNING_DAYS = 21;

  /** The longest look ahead, and the longest stay of a bike, lie behind the judged days. */
  private static final int REST_DAYS = 2;

  private static final TownJudge JUDGE = new TownJudge();

  @BeforeAll
  static void judge() {
    for (long seed = 1; seed <= TOWNS; seed++) {
      JUDGE.judge(new TownDiary(seed, LEARNING_DAYS + DAYS + REST_DAYS), LEARNING_DAYS, DAYS);
    }
    JUDGE.finish.forEach(
        (stage, score) -> System.out.println("| " + stage.substring(2) + " | " + score + " |"));
    System.out.println("| a full shed's next free socket | " + JUDGE.nextFree + " |");
    System.out.print(JUDGE.hours.table());
  }

  @Test
  void theFinishAtHalfChargeIsKnownToWithin25Minutes() {
    FinishScore half = half();
    assertThat(half.size()).isGreaterThan(300);
    assertThat(half.median()).isLessThan(25);
  }

  @Test
  void theIntervalOfTheFinishHoldsFourInFive() {
    assertThat(half().covered()).isBetween(0.75, 0.85);
  }

  @Test
  void fullAtThatHourIsToldBetterThanByLastWeekOrByNow() {
    assertThat(JUDGE.hours.forecast())
        .isLessThan(JUDGE.hours.lastWeek())
        .isLessThan(JUDGE.hours.persistence());
  }

  private static FinishScore half() {
    return JUDGE.finish.getOrDefault("2 half of the energy", new FinishScore());
  }
}
