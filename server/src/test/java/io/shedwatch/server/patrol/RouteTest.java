package io.shedwatch.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shedwatch.server.pressure.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RouteTest {
  private static Beat beat(String name, double x, double y, double wires) {
    return new Beat(name, x, y, new Estimate(wires, 0, wires));
  }

  /** Four corners, given across: three sides are the best open way. */
  @Test
  void aWayDoesNotCrossItself() {
    List<Beat> ring =
        List.of(beat("a", 0, 0, 1), beat("c", 10, 10, 1), beat("b", 10, 0, 1), beat("d", 0, 10, 1));
    assertThat(Route.metres(Route.through(ring).stops())).isCloseTo(30, within(1e-9));
  }

  @Test
  void aWayIsNeverLongerThanAnyOrderOfSixStops() {
    Random chance = new Random(5);
    for (int round = 0; round < 20; round++) {
      List<Beat> stops = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        stops.add(beat("b" + i, chance.nextInt(300), chance.nextInt(200), 1));
      }
      double found = Route.metres(Route.through(stops).stops());
      double shortest = shortest(new ArrayList<>(stops), 0);
      assertThat(found).isBetween(shortest - 1e-9, 1.15 * shortest);
    }
  }

  private static double shortest(List<Beat> stops, int fixed) {
    if (fixed == stops.size()) {
      return Route.metres(stops);
    }
    double least = Double.MAX_VALUE;
    for (int i = fixed; i < stops.size(); i++) {
      Collections.swap(stops, fixed, i);
      least = Math.min(least, shortest(stops, fixed + 1));
      Collections.swap(stops, fixed, i);
    }
    return least;
  }

  @Test
  void aPatrolKeepsToItsMinutesAndTakesWhatIsWorthMost() {
    List<Beat> beats = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      beats.add(beat("b" + i, i % 8 * 50, i / 8 * 40, i == 27 ? 3 : 0.1));
    }
    Route route = Route.plan(beats, 30);
    assertThat(route.minutes()).isLessThanOrEqualTo(30);
    assertThat(route.stops()).extracting(Beat::building).contains("b27");
    assertThat(route.stops()).hasSizeGreaterThan(5);
    assertThat(Route.plan(List.of(), 30).stops()).isEmpty();
  }

  @Test
  void emptyVisitsLowerABuildingAndFindingsRaiseIt() {
    WireRate empty = WireRate.UNKNOWN.visit(0, 0.5, 1).visit(0, 0.5, 2);
    WireRate full = WireRate.UNKNOWN.visit(2, 0.5, 1);
    assertThat(empty.factor(1)).isBetween(0.8, 0.9);
    assertThat(full.factor(1)).isGreaterThan(1.2);
    assertThat(WireRate.UNKNOWN.factor(1)).isEqualTo(1);
    assertThat(full.wires(0.5, 1).estimate()).isGreaterThan(empty.wires(0.5, 1).estimate());
  }

  @Test
  void walksThatFindHalfAsMuchAsExpectedLowerEveryBuildingAlike() {
    List<WireRate> visited =
        List.of(WireRate.UNKNOWN.visit(2, 4, 0), WireRate.UNKNOWN.visit(2, 4, 0));
    double site = WireRate.siteFactor(visited);
    assertThat(site).isBetween(0.6, 0.7);
    double unvisited = WireRate.UNKNOWN.wires(1, site).estimate();
    assertThat(unvisited).isEqualTo(site);
    assertThat(visited.get(0).wires(1, site).estimate())
        .as("what was visited is not punished for a guess that was too high")
        .isCloseTo(unvisited, within(0.08));
    assertThat(WireRate.siteFactor(List.of())).isEqualTo(1);
  }

  @Test
  void oldFindingsCountLess() {
    double fresh = WireRate.UNKNOWN.visit(0, 1, 0).factor(1);
    double old = WireRate.UNKNOWN.visit(0, 1, 60).factor(1);
    assertThat(old).isGreaterThan(fresh).isLessThan(1);
    assertThat(WireRate.UNKNOWN.visit(0, 1, WireRate.HALF_LIFE_DAYS).expected()).isEqualTo(0.5);
  }

  @Test
  void wiresHangForTheHoursOfACharge() {
    List<Double> week = new ArrayList<>(Collections.nCopies(168, 0.0));
    week.set(167, 10.0);
    assertThat(Standing.wires(week, 0)).isEqualTo(2);
    assertThat(Standing.wires(week, 4)).isEqualTo(2);
    assertThat(Standing.wires(week, 5)).isZero();
    assertThat(Standing.wires(week, 167)).as("not before it happens").isZero();
  }
}
