package io.shedwatch.simulation.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.patrol.Beat;
import io.shedwatch.server.patrol.Route;
import io.shedwatch.server.patrol.Standing;
import io.shedwatch.server.patrol.WireRate;
import io.shedwatch.server.pressure.Estimate;
import io.shedwatch.server.pressure.Estimator;
import io.shedwatch.server.pressure.Pressure;
import io.shedwatch.server.pressure.WalkMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Patrols in towns that the planner was not tuned on (seeds 2001 and up; wires run by a share of
 * the turned away that differs by building). Six weeks are watched, then one hour is walked on each
 * of 14 evenings: as planned, past random buildings, and on a fixed round that goes on where it
 * stopped. Who hangs a wire at nine was turned away since four, and how long everything in reach
 * was full in those hours is known by then. {@code -Dtowns=40} judges more.
 */
final class PatrolTruthTest {
  private static final int TOWNS = Integer.getInteger("towns", 6);
  private static final long FIRST_SEED = 2_001;
  private static final int WEEKS = 8;
  private static final int WATCHED_DAYS = 42;
  private static final int START_HOUR = 21;
  private static final double MINUTES = 60;

  /** As long as a wire hangs, about. */
  private static final int SEEN_HOURS = 5;

  private static final int LOOK_MINUTES = 5;

  private record Wire(int building, long from, long until) {}

  /** Finds per patrol hour. */
  private record Finds(double planned, double random, double fixed) {}

  @Test
  void plannedPatrolsFindTwiceAsMuchAsRandomOnesAndHalfAgainAsAFixedRound() {
    double planned = 0;
    double random = 0;
    double fixed = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + TOWNS; seed++) {
      Finds finds = walk(AgentTown.of(seed, WEEKS), new SplittableRandom(seed));
      planned += finds.planned() / TOWNS;
      random += finds.random() / TOWNS;
      fixed += finds.fixed() / TOWNS;
    }
    System.out.printf(
        "patrols in %d towns: finds an hour %.2f planned, %.2f random, %.2f fixed round%n",
        TOWNS, planned, random, fixed);
    assertThat(planned).as("against random").isGreaterThan(2 * random);
    assertThat(planned).as("against a fixed round").isGreaterThan(1.5 * fixed);
  }

  private static Finds walk(TruthTown town, SplittableRandom chance) {
    long split = town.from() + WATCHED_DAYS * TownPlan.DAY;
    List<Wire> wires = wires(town, chance);
    List<List<Double>> demand = demand(town, split);
    Map<Integer, WireRate> rates = new HashMap<>();
    int houses = town.layout().houses().size();
    double[] found = new double[3];
    int nights = 0;
    int next = 0;
    List<Beat> all = beats(town, new double[houses]);
    List<Beat> round = Route.through(all).stops();
    for (long day = split; day + TownPlan.DAY <= town.until(); day += TownPlan.DAY) {
      nights++;
      long at = day + START_HOUR * TownPlan.HOUR;
      int hourOfWeek = (int) Math.floorMod((at - TownPlan.START) / TownPlan.HOUR, 168L);
      double[] expected = new double[houses];
      double[] byPressure = new double[houses];
      double[][] blocked = blocked(town, at);
      double siteFactor = WireRate.siteFactor(rates.values());
      for (int house = 0; house < houses; house++) {
        List<Double> tonight = new ArrayList<>(demand.get(house));
        for (int back = 1; back <= SEEN_HOURS; back++) {
          int hour = Math.floorMod(hourOfWeek - back, tonight.size());
          tonight.set(hour, tonight.get(hour) * blocked[house][back - 1]);
        }
        byPressure[house] = Standing.wires(tonight, hourOfWeek);
        WireRate rate = rates.getOrDefault(house, WireRate.UNKNOWN);
        expected[house] = rate.wires(byPressure[house], siteFactor).estimate();
      }
      for (Beat stop : Route.plan(beats(town, expected), MINUTES).stops()) {
        int house = Integer.parseInt(stop.building());
        int seen = standing(wires, house, at);
        found[0] += seen;
        rates.merge(house, WireRate.UNKNOWN.visit(seen, byPressure[house], 0), WireRate::plus);
      }
      found[1] += randomly(all, wires, at, chance);
      List<Beat> part = new ArrayList<>();
      while (Route.through(with(part, round.get(next % houses))).minutes() <= MINUTES) {
        part.add(round.get(next++ % houses));
      }
      found[2] += seen(part, wires, at);
    }
    return new Finds(found[0] / nights, found[1] / nights, found[2] / nights);
  }

  /** Share of each of the hours before in which everything in reach was full, by house. */
  private static double[][] blocked(TruthTown town, long at) {
    double[][] share = new double[town.layout().houses().size()][SEEN_HOURS];
    for (int minute = 0; minute < SEEN_HOURS * 60; minute += LOOK_MINUTES) {
      long then = at - (minute + 1) * 60_000L;
      int[] taken = new int[town.layout().stands().size()];
      town.sessions().stream()
          .filter(one -> one.at() <= then && then < one.gone())
          .forEach(one -> taken[one.shed()]++);
      for (int house = 0; house < share.length; house++) {
        List<Integer> reach = town.layout().inReach(house);
        boolean full =
            reach.stream()
                .allMatch(shed -> taken[shed] >= town.layout().stands().get(shed).sockets());
        if (full && !reach.isEmpty()) {
          share[house][minute / 60] += LOOK_MINUTES / 60.0;
        }
      }
    }
    return share;
  }

  private static double randomly(
      List<Beat> all, List<Wire> wires, long at, SplittableRandom chance) {
    List<Beat> shuffled = new ArrayList<>(all);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, chance.nextInt(i + 1));
    }
    List<Beat> part = new ArrayList<>();
    for (Beat beat : shuffled) {
      if (Route.through(with(part, beat)).minutes() > MINUTES) {
        break;
      }
      part.add(beat);
    }
    return seen(part, wires, at);
  }

  private static List<Beat> with(List<Beat> beats, Beat one) {
    List<Beat> more = new ArrayList<>(beats);
    more.add(one);
    return more;
  }

  private static int seen(List<Beat> stops, List<Wire> wires, long at) {
    return stops.stream()
        .mapToInt(stop -> standing(wires, Integer.parseInt(stop.building()), at))
        .sum();
  }

  private static int standing(List<Wire> wires, int house, long at) {
    return (int)
        wires.stream()
            .filter(wire -> wire.building() == house && wire.from() <= at && at < wire.until())
            .count();
  }

  /**
   * One in ten to one in three of the turned away runs a wire, by building, for four to seven
   * hours.
   */
  private static List<Wire> wires(TruthTown town, SplittableRandom chance) {
    double[] willing =
        town.layout().houses().stream()
            .mapToDouble(ignored -> chance.nextDouble(0.1, 0.33))
            .toArray();
    List<Wire> wires = new ArrayList<>();
    for (TruthTown.TurnedAway one : town.turnedAway()) {
      if (chance.nextDouble() < willing[one.building()]) {
        long from = one.at() + chance.nextLong(5, 40) * 60_000;
        wires.add(new Wire(one.building(), from, from + chance.nextLong(240, 420) * 60_000));
      }
    }
    return wires;
  }

  private static List<Beat> beats(TruthTown town, double[] expected) {
    List<Beat> beats = new ArrayList<>();
    for (int house = 0; house < expected.length; house++) {
      TruthTown.House here = town.layout().houses().get(house);
      beats.add(
          new Beat(
              String.valueOf(house),
              here.x(),
              here.y(),
              new Estimate(expected[house], 0, expected[house])));
    }
    return beats;
  }

  /** Who looks for a socket, by building and hour of the week, as the server has it by then. */
  private static List<List<Double>> demand(TruthTown town, long split) {
    TruthTown watched =
        new TruthTown(
            town.layout(),
            town.from(),
            split,
            town.sessions().stream().filter(one -> one.at() < split).toList(),
            List.of(),
            town.outages());
    WalkMap map = TruthMap.of(watched);
    Pressure pressure = Estimator.estimate(TruthMap.watched(watched, map, 2));
    int first = (int) Math.floorMod((pressure.from() - TownPlan.START) / TownPlan.HOUR, 168L);
    double[][] week = new double[town.layout().houses().size()][168];
    for (int group = 0; group < map.groups().size(); group++) {
      WalkMap.Group here = map.groups().get(group);
      for (int day = 0; day < pressure.days(); day++) {
        for (int hour = 0; hour < 24; hour++) {
          double bikes = pressure.demand(group, day, hour) / (WATCHED_DAYS / 7.0);
          for (int house : here.buildings()) {
            double share = town.layout().houses().get(house).households() / here.households();
            week[house][(first + day * 24 + hour) % 168] += share * bikes;
          }
        }
      }
    }
    return Arrays.stream(week).map(hours -> Arrays.stream(hours).boxed().toList()).toList();
  }
}
