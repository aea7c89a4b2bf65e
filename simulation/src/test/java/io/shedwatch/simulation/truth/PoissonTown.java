package io.shedwatch.simulation.truth;

import java.util.SplittableRandom;

/**
 * A town of strangers: arrivals are a Poisson process by building, hour and day; nobody remembers
 * anything but that they are looking again.
 */
final class PoissonTown {
  private static final int SETTLING_DAYS = 7;

  private final TownPlan plan;
  private final SplittableRandom chance;
  private final TownStreets streets;

  private PoissonTown(long seed) {
    SplittableRandom drawn = new SplittableRandom(seed * 1_000_003);
    plan = TownPlan.draw(drawn);
    chance = drawn.split();
    streets = new TownStreets(plan, drawn.split());
  }

  static TruthTown of(long seed, int weeks) {
    PoissonTown town = new PoissonTown(seed);
    long until = TownPlan.START + (SETTLING_DAYS + 7L * weeks) * TownPlan.DAY;
    for (long midnight = TownPlan.START; midnight < until; midnight += TownPlan.DAY) {
      town.day(midnight);
    }
    town.streets.run(until);
    return town.streets.town(TownPlan.START + SETTLING_DAYS * TownPlan.DAY, until);
  }

  private void day(long midnight) {
    int weekday = (int) Math.floorMod((midnight - TownPlan.START) / TownPlan.DAY, 7L);
    double demand =
        plan.sessionsPerDay()
            * plan.weekday()[weekday]
            * Math.exp(plan.daySpread() * TownPlan.normal(chance));
    double all = 0;
    for (TruthTown.House house : plan.layout().houses()) {
      all += house.households() * house.weight();
    }
    for (int i = 0; i < plan.layout().houses().size(); i++) {
      TruthTown.House house = plan.layout().houses().get(i);
      int people = poisson(demand * house.households() * house.weight() / all);
      for (int person = 0; person < people; person++) {
        long at =
            midnight
                + (long) (TownPlan.homeHour(chance, TownPlan.weekend(midnight)) * TownPlan.HOUR);
        int building = i;
        streets.enter(at, () -> look(at, building, true));
      }
    }
  }

  private void look(long at, int house, boolean first) {
    long charge = (long) (TownPlan.HOUR * Math.exp(1.2 + 0.45 * TownPlan.normal(chance)));
    if (streets.plug(at, house, charge, () -> {})) {
      return;
    }
    if (first) {
      streets.countTurnedAway(at, house);
    }
    if (chance.nextDouble() >= plan.wiring() && chance.nextDouble() < plan.retrying()) {
      long again = at + (long) (TownPlan.between(chance, 0.3, 2) * TownPlan.HOUR);
      streets.enter(again, () -> look(again, house, false));
    }
  }

  private int poisson(double mean) {
    double product = chance.nextDouble();
    int count = 0;
    while (product > Math.exp(-mean)) {
      product *= chance.nextDouble();
      count++;
    }
    return count;
  }
}
