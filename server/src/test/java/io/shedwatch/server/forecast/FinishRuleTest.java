package io.shedwatch.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shedwatch.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

final class FinishRuleTest {
  private static final double FULL_WATTS = 15;
  private static final long MINUTE = 60_000;

  /** Charger i of ten has 100 + 5 i watts at the knee, rises by 4 %, and takes 200 + 20 i min. */
  private static final Past TEN_CHARGERS = tenChargers();

  private static Past tenChargers() {
    List<PastCharge> charges = new ArrayList<>();
    for (int day = 0; day < 20; day++) {
      for (int i = 0; i < 10; i++) {
        double end = 100 + 5.0 * i;
        long start = day * 1_440L * MINUTE;
        long full = start + (200 + 20L * i) * MINUTE;
        charges.add(
            new PastCharge(
                0,
                start,
                full,
                full + 60 * MINUTE,
                end,
                Optional.of(new Plateau(end * 0.96, end))));
      }
    }
    return new Past(charges, 0);
  }

  private static Charge charge(int minutes, IntToDoubleFunction watts) {
    Charge charge = new Charge(0);
    for (int minute = 0; minute < minutes; minute++) {
      charge.sample(minute * MINUTE, watts.applyAsDouble(minute));
    }
    return charge;
  }

  private static double median(Charge charge, Past past, int minute) {
    long now = minute * MINUTE;
    return (FinishRule.expected(charge, past, 0, FULL_WATTS, now).at() - now) / (double) MINUTE;
  }

  @Test
  void aTaperIsFollowedToItsEnd() {
    // 110 W for an hour, then falling with 40 min: below 15 W after 79.7 min of taper.
    Charge charge =
        charge(110, minute -> minute < 60 ? 110 : 110 * Math.exp(-(minute - 60) / 40.0));
    assertThat(median(charge, TEN_CHARGERS, 110)).isCloseTo(29.7, within(4.0));
  }

  @Test
  void aPlateauOfAKnownChargerIsToldByThatChargersPast() {
    Charge third = charge(100, minute -> 110 * 0.96 + 110 * 0.04 * minute / 160);
    assertThat(median(third, TEN_CHARGERS, 100)).isCloseTo(140, within(25.0));
    Charge ninth = charge(100, minute -> 140 * 0.96 + 140 * 0.04 * minute / 280);
    assertThat(median(ninth, TEN_CHARGERS, 100)).isCloseTo(260, within(30.0));
  }

  @Test
  void withoutPowerTheLengthsOfPastChargesDecide() {
    assertThat(median(new Charge(0), TEN_CHARGERS, 0)).isCloseTo(290, within(25.0));
    assertThat(median(new Charge(0), TEN_CHARGERS, 250)).isLessThan(110);
  }

  @Test
  void anEstateWithoutAPastStillGetsAWideAnswer() {
    Expected told = FinishRule.expected(new Charge(0), new Past(List.of(), 0), 0, FULL_WATTS, 0);
    assertThat(told.to() - told.from()).isGreaterThan(120 * MINUTE);
  }

  @ParameterizedTest
  @Seeds(200)
  void whateverTheMeterSaysTheFinishLiesAheadAndTheIntervalAroundIt(long seed) {
    Random random = new Random(seed);
    Charge charge = new Charge(0);
    long now = 0;
    for (int i = random.nextInt(300); i > 0; i--) {
      now += random.nextInt(1, 600_000);
      charge.sample(now, random.nextInt(10) == 0 ? Double.NaN : 2_000 * random.nextDouble());
    }
    Past past = random.nextBoolean() ? TEN_CHARGERS : new Past(List.of(), 0);
    Expected told = FinishRule.expected(charge, past, random.nextInt(3), FULL_WATTS, now);
    assertThat(told.from()).isGreaterThanOrEqualTo(now);
    assertThat(told.at()).isBetween(told.from(), told.to());
  }

  @Test
  void aPlateauIsRememberedByItsStartAndItsKnee() {
    Charge charge =
        charge(
            160,
            minute -> minute < 100 ? 96 + 0.04 * minute : 100 * Math.exp(-(minute - 100) / 40.0));
    Plateau plateau = FinishRule.plateauOf(charge).orElseThrow();
    assertThat(plateau.startWatts()).isCloseTo(96.1, within(0.3));
    assertThat(plateau.endWatts()).isCloseTo(100, within(0.5));
  }

  @Test
  void aChargeThatWasNotWatchedFromItsBeginningLeavesNoPlateau() {
    Charge charge = new Charge(0);
    for (int minute = 30; minute < 130; minute++) {
      charge.sample(minute * MINUTE, 100);
    }
    assertThat(FinishRule.plateauOf(charge)).isEmpty();
  }
}
