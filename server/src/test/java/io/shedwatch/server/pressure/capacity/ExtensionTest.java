package io.shedwatch.server.pressure.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ExtensionTest {
  private static final double AS_THEY_WERE = Double.POSITIVE_INFINITY;

  /** Stays of a mean hour, exponential, all of it charging. */
  private static List<Wanted.Stayed> anHour() {
    List<Wanted.Stayed> stays = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      stays.add(new Wanted.Stayed(i % 24, -60 * Math.log((i + 0.5) / 2_000), 0));
    }
    return stays;
  }

  private static Wanted.Group group(double perHour, Integer... sheds) {
    return new Wanted.Group(List.of(sheds), Collections.nCopies(168, perHour));
  }

  private static Evenings evenings(int weeks, long seed, Wanted.Group... groups) {
    return Evenings.draw(
        new Wanted(List.of(groups), anHour()), weeks, 1, new SplittableRandom(seed));
  }

  /** Erlang's loss formula by its recursion. */
  private static double erlangLoss(int servers, double erlangs) {
    double loss = 1;
    for (int n = 1; n <= servers; n++) {
      loss = erlangs * loss / (n + erlangs * loss);
    }
    return loss;
  }

  @Test
  void aShedAloneWithSteadyDemandLosesWhatErlangSays() {
    assertThat(erlangLoss(5, 5)).as("tables").isCloseTo(0.2849, within(0.0001));
    for (int sockets : new int[] {2, 5, 8}) {
      double away =
          evenings(40, sockets, group(5, 0)).turnedAwayADay(new int[] {sockets}, AS_THEY_WERE);
      assertThat(away / (24 * 5)).isCloseTo(erlangLoss(sockets, 5), within(0.02));
    }
  }

  @Test
  void socketsGoWhereBruteForcePutsThem() {
    for (long seed = 1; seed <= 5; seed++) {
      SplittableRandom chance = new SplittableRandom(seed);
      List<Evenings> evenings =
          List.of(
              evenings(
                  4,
                  seed,
                  group(chance.nextDouble(0.5, 3), 0, 1),
                  group(chance.nextDouble(0.5, 3), 1, 2),
                  group(chance.nextDouble(0.5, 3), 2)));
      int[] now = {2, 2, 2};
      int[] most = {5, 5, 5};
      int[] plan = Extension.plan(evenings, now, most, 3);
      assertThat(plan[0] + plan[1] + plan[2]).isEqualTo(9);
      double greedy = Extension.mean(evenings, plan, AS_THEY_WERE);
      double best = bruteForce(evenings, now, 3);
      double before = Extension.mean(evenings, now, AS_THEY_WERE);
      assertThat(before - greedy).as("seed %d", seed).isGreaterThan(0.97 * (before - best));
    }
  }

  private static double bruteForce(List<Evenings> evenings, int[] now, int more) {
    double best = Double.MAX_VALUE;
    for (int a = 0; a <= more; a++) {
      for (int b = 0; a + b <= more; b++) {
        int[] sockets = {now[0] + a, now[1] + b, now[2] + more - a - b};
        best = Math.min(best, Extension.mean(evenings, sockets, AS_THEY_WERE));
      }
    }
    return best;
  }

  @Test
  void aFullShedsLimitSendsTheSocketElsewhere() {
    List<Evenings> evenings = List.of(evenings(4, 3, group(6, 0, 1), group(0.1, 1)));
    assertThat(Extension.plan(evenings, new int[] {2, 2}, new int[] {2, 9}, 2))
        .containsExactly(2, 4);
    assertThat(Extension.plan(evenings, new int[] {2, 2}, new int[] {2, 2}, 2))
        .containsExactly(2, 2);
  }

  @Test
  void limitsAreTheSupplyAndTwentyTogether() {
    assertThat(Extension.most(11, 6_000, 250)).isEqualTo(20);
    assertThat(Extension.most(11, 3_000, 250)).isEqualTo(12);
    assertThat(Extension.most(11, 2_000, 250)).as("what is there stays").isEqualTo(11);
  }

  @Test
  void bikesMovedWhenFullMakeRoom() {
    List<Wanted.Stayed> stays = List.of(new Wanted.Stayed(18, 120, 600));
    Evenings evenings =
        Evenings.draw(new Wanted(List.of(group(2, 0)), stays), 6, 1, new SplittableRandom(1));
    int[] sockets = {6};
    List<Double> fewer = Extension.fewer(List.of(evenings), sockets, sockets, 30);
    assertThat(fewer.get(0)).isGreaterThan(10);
    assertThat(Extension.fewer(List.of(evenings), sockets, sockets, 600).get(0)).isZero();
  }
}
