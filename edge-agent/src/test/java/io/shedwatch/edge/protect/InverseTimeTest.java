package io.shedwatch.edge.protect;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class InverseTimeTest {
  /** Seconds from the first sample above the limit until it trips; at most 100,000 samples. */
  private static double secondsToTrip(double multiple, double step, double tms) {
    InverseTime state = InverseTime.RESTED;
    for (int samples = 1; samples <= 100_000; samples++) {
      state = state.next(multiple, step, tms);
      if (state.trips()) {
        return samples * step;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  @Test
  void tripsWhenTheClosedFormDoesWithinOnePercentOrOneSample() {
    for (double multiple = 1.01; multiple < 2.995; multiple += 0.005) {
      double closed = 13.5 / (multiple - 1);
      double allowed = Math.max(closed / 100, 1.0);
      assertThat(secondsToTrip(multiple, 1, 1))
          .as("multiple %s", multiple)
          .isBetween(closed - 1e-6, closed + allowed + 1e-6);
    }
  }

  @Test
  void curveBOfTheStandardGivesItsTableValues() {
    assertThat(InverseTime.secondsToTrip(2, 1)).isEqualTo(13.5);
    assertThat(InverseTime.secondsToTrip(1.5, 0.5)).isEqualTo(13.5);
    assertThat(InverseTime.secondsToTrip(5, 1)).as("capped at 3").isEqualTo(6.75);
    assertThat(InverseTime.secondsToTrip(1, 1)).isInfinite();
  }

  @Seeds(300)
  void anySteadyOverloadAndSamplingAgreesWithTheClosedForm(long seed) {
    Random random = new Random(seed);
    double multiple = 1.02 + random.nextDouble() * 1.97;
    double tms = 0.2 + random.nextDouble() * 3;
    double step = 0.2 + random.nextDouble() * 3;
    double closed = InverseTime.secondsToTrip(multiple, tms);
    double allowed = Math.max(closed / 100, step);

    double expected = Math.max(closed, 2 * step);
    assertThat(secondsToTrip(multiple, step, tms))
        .isBetween(expected - 1e-6, expected + allowed + 1e-6);
  }

  @Test
  void threeTimesTheLimitTripsInTwoSamples() {
    assertThat(secondsToTrip(3, 1, 1)).isEqualTo(2);
    assertThat(secondsToTrip(40, 1, 10)).isEqualTo(2);
    assertThat(secondsToTrip(2.999, 1, 1)).isEqualTo(7);
  }

  @Seeds(300)
  void oneSampleOfInrushNeverTrips(long seed) {
    Random random = new Random(seed);
    double tms = 0.05 + random.nextDouble();
    InverseTime state = InverseTime.RESTED;
    for (int minute = 0; minute < 50; minute++) {
      state = state.next(1 + random.nextDouble() * 50, 1, tms);
      assertThat(state.trips()).isFalse();
      for (int second = 0; second < 240; second++) {
        state = state.next(random.nextDouble() * 0.3, 1, tms);
        assertThat(state.trips()).isFalse();
      }
    }
  }

  @Seeds(200)
  void belowTheLimitItNeverTripsAndTheSumDecaysToRest(long seed) {
    Random random = new Random(seed);
    InverseTime state = new InverseTime(0.99, 0, 0);
    for (int second = 0; second < 4_000; second++) {
      double before = state.used();
      state = state.next(random.nextDouble() * 0.99, 1, 1);
      assertThat(state.used()).isLessThanOrEqualTo(before);
      assertThat(state.trips()).isFalse();
    }
    assertThat(state).isEqualTo(InverseTime.RESTED);
  }

  @Test
  void atRestTheSumIsForgottenInTheResetTimeOfTheCurve() {
    InverseTime state = new InverseTime(1 - 1e-12, 0, 0);
    int seconds = 0;
    while (state.used() > 0) {
      state = state.next(0, 1, 1);
      seconds++;
    }
    assertThat(seconds).isEqualTo(44);
  }

  @Test
  void anInterruptedOverloadIsRemembered() {
    InverseTime state = InverseTime.RESTED;
    for (int second = 0; second < 12; second++) {
      state = state.next(2, 1, 1);
    }
    state = state.next(0.9, 1, 1);
    assertThat(state.trips()).isFalse();
    state = state.next(2, 1, 1).next(2, 1, 1);
    assertThat(state.trips()).isTrue();
  }

  @Test
  void whatIsNotMeasuredChangesNothingAndAGapCountsForFiveSecondsAtMost() {
    InverseTime state = InverseTime.RESTED.next(2, 1, 1);
    assertThat(state.next(Double.NaN, 1, 1)).isEqualTo(state);
    assertThat(state.next(2, 3_600, 1).used()).isEqualTo(state.used() + 5 / 13.5);
  }

  /**
   * IEC 60898: at 1.13 In a breaker holds for an hour, at 1.45 In it trips within one, at 2.55 In
   * within a minute (up to 32 A). The smallest breaker of a shed socket, 10 A, is never faster.
   */
  @Test
  void theDefaultLimitLiesBelowTheBreakersCurve() {
    double breaker = 10;
    double limit = 5.5;
    assertThat(InverseTime.secondsToTrip(1.13 * breaker / limit, 1)).isLessThan(3_600);
    assertThat(InverseTime.secondsToTrip(1.45 * breaker / limit, 1)).isLessThan(60);
    assertThat(InverseTime.secondsToTrip(2.55 * breaker / limit, 1)).isLessThan(7);
  }
}
