package io.shedwatch.simulation.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A town of people with bikes: a battery that empties, some who ride a lot and some who ride
 * little, habits, looking again, giving up until tomorrow, a wire out of the window.
 */
final class AgentTown {
  private static final int SETTLING_DAYS = 10;
  private static final long COUNTED_AGAIN = 12 * TownPlan.HOUR;
  private static final int MOST_LOOKS = 4;
  private static final double LOOKS_PER_BIKE_AND_DAY = 0.62;

  private final TownPlan plan;
  private final SplittableRandom chance;
  private final TownStreets streets;
  private final List<Rider> riders = new ArrayList<>();

  private static final class Rider {
    int house;
    double capacity;
    double stored;
    double daily;
    double thirstyBelow;
    double chargerWatts;
    long countedAt = Long.MIN_VALUE / 2;
    boolean plugged;
  }

  private AgentTown(long seed) {
    SplittableRandom drawn = new SplittableRandom(seed * 7_000_003 + 11);
    plan = TownPlan.draw(drawn);
    chance = drawn.split();
    streets = new TownStreets(plan, drawn.split());
    settle();
  }

  static TruthTown of(long seed, int weeks) {
    AgentTown town = new AgentTown(seed);
    long until = TownPlan.START + (SETTLING_DAYS + 4 + 7L * weeks) * TownPlan.DAY;
    for (long midnight = TownPlan.START; midnight < until; midnight += TownPlan.DAY) {
      long today = midnight;
      town.streets.enter(today, () -> town.day(today));
    }
    town.streets.run(until);
    return town.streets.town(TownPlan.START + (SETTLING_DAYS + 4) * TownPlan.DAY, until);
  }

  private void settle() {
    double all = 0;
    for (TruthTown.House house : plan.layout().houses()) {
      all += house.households() * house.weight();
    }
    double bikes = plan.sessionsPerDay() / LOOKS_PER_BIKE_AND_DAY;
    for (int i = 0; i < plan.layout().houses().size(); i++) {
      TruthTown.House house = plan.layout().houses().get(i);
      double expected = bikes * house.households() * house.weight() / all;
      int count = (int) expected + (chance.nextDouble() < expected % 1 ? 1 : 0);
      for (int bike = 0; bike < count; bike++) {
        riders.add(rider(i));
      }
    }
  }

  private Rider rider(int house) {
    Rider rider = new Rider();
    rider.house = house;
    rider.capacity = TownPlan.between(chance, 480, 1_100);
    rider.stored = rider.capacity * TownPlan.between(chance, 0.4, 1);
    rider.daily = 290 * Math.exp(0.5 * TownPlan.normal(chance));
    rider.thirstyBelow = Math.max(0.2, Math.min(0.85, 0.55 + 0.15 * TownPlan.normal(chance)));
    rider.chargerWatts = TownPlan.between(chance, 100, 240);
    return rider;
  }

  private void day(long midnight) {
    int weekday = (int) Math.floorMod((midnight - TownPlan.START) / TownPlan.DAY, 7L);
    double demand = plan.weekday()[weekday] * Math.exp(plan.daySpread() * TownPlan.normal(chance));
    for (Rider rider : riders) {
      if (chance.nextDouble() < 0.88) {
        long home =
            midnight
                + (long) (TownPlan.homeHour(chance, TownPlan.weekend(midnight)) * TownPlan.HOUR);
        double used = rider.daily * demand * TownPlan.between(chance, 0.6, 1.4);
        streets.enter(home, () -> comeHome(home, rider, used));
      }
    }
  }

  private void comeHome(long at, Rider rider, double used) {
    if (rider.plugged) {
      return; // Left the bike in the shed today.
    }
    rider.stored = Math.max(0, rider.stored - used);
    if (rider.stored < rider.thirstyBelow * rider.capacity) {
      look(at, rider, 1);
    }
  }

  private void look(long at, Rider rider, int looks) {
    if (rider.plugged) {
      return;
    }
    double lacking = rider.capacity - rider.stored;
    long charge = (long) (TownPlan.HOUR * (lacking / rider.chargerWatts + 0.6));
    if (streets.plug(at, rider.house, charge, () -> fetch(rider))) {
      rider.plugged = true;
      return;
    }
    if (at - rider.countedAt >= COUNTED_AGAIN) {
      rider.countedAt = at;
      streets.countTurnedAway(at, rider.house);
    }
    if (chance.nextDouble() < plan.wiring()) {
      rider.stored = rider.capacity;
    } else if (looks < MOST_LOOKS && chance.nextDouble() < plan.retrying()) {
      long again = at + (long) (TownPlan.between(chance, 0.3, 2) * TownPlan.HOUR);
      streets.enter(again, () -> look(again, rider, looks + 1));
    }
  }

  private static void fetch(Rider rider) {
    rider.plugged = false;
    rider.stored = rider.capacity;
  }
}
