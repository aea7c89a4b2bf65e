package io.shedwatch.server.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shedwatch.testkit.Seeds;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EstimatorTest {
  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;
  private static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
  private static final ZoneId UTC = ZoneOffset.UTC;

  /** One building, one shed with that many sockets. */
  private static WalkMap one(int sockets) {
    return new WalkMap(List.of(new WalkMap.Group(List.of(0), 20, List.of(0))), List.of(sockets));
  }

  private static double plain(WalkMap map, List<Stay> stays, List<Darkness> dark, int days) {
    Evidence evidence = EvidenceSweep.of(map, UTC, stays, dark, START, START + days * DAY);
    double[] once = new double[days];
    java.util.Arrays.fill(once, 1);
    double sum = 0;
    for (double cell : new Fitting(evidence, Model.PLAIN, once).start().run(20).turnedAway()) {
      sum += cell;
    }
    return sum;
  }

  /** Poisson arrivals at a loss system; returns how many found it full. */
  private static int loss(int servers, double erlangs, int days, Random chance, List<Stay> seen) {
    double[] until = new double[servers];
    int lost = 0;
    for (double at = gap(chance, 1 / erlangs); at < days * 24; at += gap(chance, 1 / erlangs)) {
      int free = -1;
      for (int i = 0; i < servers && free < 0; i++) {
        free = until[i] <= at ? i : -1;
      }
      if (free < 0) {
        lost++;
      } else {
        until[free] = at + gap(chance, 1);
        long from = START + (long) (at * HOUR);
        seen.add(new Stay(0, from, Math.max(from, START + (long) (until[free] * HOUR)), true));
      }
    }
    return lost;
  }

  private static double gap(Random chance, double mean) {
    return -mean * Math.log(1 - chance.nextDouble());
  }

  /** Erlang's loss formula: 2 erlangs on 2 servers lose 0.4; 5 on 5 lose 0.2849 (tables). */
  @Seeds(10)
  void theShareTurnedAwayIsErlangsLossFormula(long seed) {
    assertThat(lossShare(2, 2, seed)).isCloseTo(0.4, within(0.03));
    assertThat(lossShare(5, 5, seed)).isCloseTo(0.2849, within(0.03));
  }

  private static double lossShare(int servers, double erlangs, long seed) {
    List<Stay> seen = new ArrayList<>();
    loss(servers, erlangs, 56, new Random(seed), seen);
    double lost = plain(one(servers), seen, List.of(), 56);
    return lost / (lost + seen.size());
  }

  @Test
  void nobodyIsTurnedAwayFromAShedThatIsNeverFull() {
    List<Stay> seen = new ArrayList<>();
    loss(100, 5, 14, new Random(1), seen);
    assertThat(plain(one(100), seen, List.of(), 14)).isZero();
  }

  @Test
  void aShedThatIsAlwaysFullSaysNothingButThePrior() {
    List<Stay> seen = List.of(new Stay(0, START, Long.MAX_VALUE, false));
    Pressure pressure =
        Estimator.estimate(
            new Estimator.Watched(one(1), UTC, seen, List.of(), START, START + 14 * DAY, 3, 1));
    Estimate total = pressure.total(START, START + 14 * DAY);
    assertThat(total.estimate()).as("0.3 a day and household").isCloseTo(84, within(5.0));
    assertThat(total.low()).isLessThan(0.2 * total.estimate());
    assertThat(total.high()).isGreaterThan(2.5 * total.estimate());
  }

  @Test
  void anHourInTheDarkIsNoExposure() {
    List<Stay> seen = new ArrayList<>();
    loss(3, 3, 28, new Random(4), seen);
    double whole = plain(one(3), seen, List.of(), 28);
    Darkness half = new Darkness(0, START + 14 * DAY, START + 28 * DAY);
    List<Stay> told = seen.stream().filter(stay -> stay.from() < half.from()).toList();
    double dark = plain(one(3), told, List.of(half), 28);
    double wronglyFree = plain(one(3), told, List.of(), 28);
    assertThat(dark).isCloseTo(whole, within(0.15 * whole));
    assertThat(wronglyFree).isLessThan(0.6 * whole);
  }

  @Test
  void theNextNightFindsWhatANightThatBeginsFromNothingFinds() {
    WalkMap map = one(3);
    List<Stay> seen = new ArrayList<>();
    loss(3, 3, 57, new Random(8), seen);
    Estimator.Watched before = watched(map, seen, 0);
    Estimator.Watched after = watched(map, seen, 1);
    Start start = Estimator.refit(before, Optional.empty()).start();
    double next =
        Estimator.refit(after, Optional.of(start)).pressure().total(0, Long.MAX_VALUE).estimate();
    double fromNothing =
        Estimator.refit(after, Optional.empty()).pressure().total(0, Long.MAX_VALUE).estimate();
    assertThat(next).isCloseTo(fromNothing, within(0.01 * fromNothing));
    WalkMap changed = new WalkMap(List.of(), List.of(3));
    assertThat(start.fits(map)).isTrue();
    assertThat(start.fits(changed)).isFalse();
  }

  private static Estimator.Watched watched(WalkMap map, List<Stay> stays, int firstDay) {
    long from = START + firstDay * DAY;
    return new Estimator.Watched(map, UTC, stays, List.of(), from, from + 56 * DAY, 3, 1);
  }

  /** Twenty bikes of equal people: while all sockets are taken only the others can come. */
  @Test
  void whereBikesAreCountedNobodyButTheirOwnersIsTurnedAway() {
    List<Stay> seen = new ArrayList<>();
    int lost = finiteSource(20, 4, seen);
    double total = alone(20, seen).total(START, START + 56 * DAY).estimate();
    double uncounted = alone(2_000, seen).total(START, START + 56 * DAY).estimate();
    assertThat(total).isCloseTo(lost, within(0.15 * lost));
    assertThat(total - lost)
        .as("what is wrong, against that with far more bikes")
        .isLessThan(0.6 * (uncounted - lost));
  }

  private static Pressure alone(int bikes, List<Stay> seen) {
    WalkMap.Group group = new WalkMap.Group(List.of(0), 20, List.of(0), Optional.of(bikes));
    WalkMap map = new WalkMap(List.of(group), List.of(4));
    return Estimator.given(watched(map, seen, 0), Model.FULL.retries(false).heavy(1));
  }

  /** Engset's system: each bike comes once in ten hours, when it has rested for twelve. */
  private static int finiteSource(int bikes, int sockets, List<Stay> seen) {
    Random chance = new Random(5);
    double[] until = new double[bikes];
    double[] rests = new double[bikes];
    int lost = 0;
    for (double at = 0; at < 56 * 24; at += gap(chance, 10.0 / bikes)) {
      int bike = chance.nextInt(bikes);
      double now = at;
      long plugged = java.util.Arrays.stream(until).filter(end -> end > now).count();
      if (rests[bike] > at) {
        continue;
      }
      rests[bike] = at + 12;
      if (plugged == sockets) {
        lost++;
      } else {
        until[bike] = at + gap(chance, 3);
        long from = START + (long) (at * HOUR);
        seen.add(new Stay(0, from, START + (long) (until[bike] * HOUR), true));
      }
    }
    return lost;
  }

  @Test
  void demandThatSpillsToTheNextShedIsGivenBackToItsBuilding() {
    WalkMap two =
        new WalkMap(
            List.of(
                new WalkMap.Group(List.of(0), 10, List.of(0, 1)),
                new WalkMap.Group(List.of(1), 10, List.of(1, 0))),
            List.of(2, 2));
    List<Stay> seen = new ArrayList<>();
    Random chance = new Random(3);
    double[][] until = new double[2][2];
    int[] lost = new int[2];
    for (double at = gap(chance, 0.25); at < 56 * 24; at += gap(chance, 0.25)) {
      int group = chance.nextDouble() < 0.75 ? 0 : 1;
      int shed = free(until[group], at) >= 0 ? group : 1 - group;
      int socket = free(until[shed], at);
      if (socket < 0) {
        lost[group]++;
      } else {
        until[shed][socket] = at + gap(chance, 1);
        long from = START + (long) (at * HOUR);
        seen.add(
            new Stay(
                shed, from, Math.max(from, START + (long) (until[shed][socket] * HOUR)), true));
      }
    }
    Pressure pressure =
        Estimator.estimate(
            new Estimator.Watched(two, UTC, seen, List.of(), START, START + 56 * DAY, 5, 1));
    double first = pressure.group(0, START, START + 56 * DAY).estimate();
    double second = pressure.group(1, START, START + 56 * DAY).estimate();
    assertThat(first).isCloseTo(lost[0], within(0.12 * lost[0]));
    assertThat(second).isCloseTo(lost[1], within(0.2 * lost[1]));
  }

  private static int free(double[] until, double at) {
    return until[0] <= at ? 0 : until[1] <= at ? 1 : -1;
  }

  @Test
  void aGammaIntervalHoldsItsMeanAndIsNeverBelowZero() {
    Estimate small = Estimate.of(0.3, 0.3);
    assertThat(small.low()).isZero();
    assertThat(small.high()).isBetween(1.0, 1.8);
    Estimate large = Estimate.of(400, 400);
    assertThat(large.low()).isCloseTo(367.6, within(1.0));
    assertThat(large.high()).isCloseTo(433.5, within(1.0));
  }

  @Test
  void theGammaFunctionIsThatOfFactorials() {
    assertThat(Gamma.log(6)).isCloseTo(Math.log(120), within(1e-10));
    assertThat(Gamma.log(0.5)).isCloseTo(Math.log(Math.sqrt(Math.PI)), within(1e-10));
  }
}
