package io.shedwatch.simulation.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.simulation.forecast.HoursScore.Saying;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The forecast in towns whose future is known. One town and three days here; {@code
 * -Dforecast.towns=5 -Dforecast.days=7} judges as many and prints the figures of docs/forecast.md.
 */
final class ForecastTruthTest {
  private static final int TOWNS = Integer.getInteger("forecast.towns", 1);
  private static final int DAYS = Integer.getInteger("forecast.days", 3);
  private static final int LEARNING_DAYS = 28;

  /** The longest look ahead, and the longest stay of a bike, lie behind the judged days. */
  private static final int REST_DAYS = 2;

  /** Chances that are off by less than this change nobody's way. */
  private static final double MOST_MEAN_DISTANCE = 0.03;

  /** Of a class, in the few days of the build: a day's classes are made of few evenings. */
  private static final double MOST_DISTANCE = 0.12;

  private static final int LEAST_IN_A_CLASS = 300;

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
    System.out.print(JUDGE.hours.calibration().table());
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
  void fullAtThatHourIsToldBetterThanByNowByLastWeekAndByFourWeeks() {
    assertThat(JUDGE.hours.brier(Saying.FORECAST))
        .isLessThan(JUDGE.hours.brier(Saying.AS_NOW))
        .isLessThan(JUDGE.hours.brier(Saying.LAST_WEEK))
        .isLessThan(JUDGE.hours.brier(Saying.FOUR_WEEKS))
        .isLessThan(JUDGE.hours.brier(Saying.SAME_HOUR));
  }

  @Test
  void whatIsToldAsSoLikelyHappensAsOften() {
    assertThat(JUDGE.hours.calibration().error()).isLessThan(MOST_MEAN_DISTANCE);
    assertThat(JUDGE.hours.calibration().worst(LEAST_IN_A_CLASS)).isLessThan(MOST_DISTANCE);
  }

  private static FinishScore half() {
    return JUDGE.finish.getOrDefault("2 half of the energy", new FinishScore());
  }
}
