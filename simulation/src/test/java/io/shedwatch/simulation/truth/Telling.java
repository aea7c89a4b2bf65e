package io.shedwatch.simulation.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How a town's truth reaches the server: all of it, with a shed that was offline for two days, or
 * in part as a vendor's orders that know only the end of the charge.
 */
enum Telling {
  /** Every session is measured. */
  MEASURED,
  /** One shed is offline for two days; what began and ended in that time is never told. */
  OUTAGE,
  /** Half of the time is a vendor's import whose {@code endedAt} is the end of the charge. */
  HALF_IMPORTED,
  /** All of it is: a new site's first day. */
  IMPORTED;

  private static final long OFFLINE = 2 * TownPlan.DAY;

  /** What is left of the town. */
  TruthTown of(TruthTown town, long seed) {
    return this == OUTAGE ? offline(town, new SplittableRandom(seed * 31 + 5)) : town;
  }

  /** Until when only orders are known. */
  long ordersUntil(TruthTown town) {
    return switch (this) {
      case MEASURED, OUTAGE -> Long.MIN_VALUE;
      case HALF_IMPORTED -> town.from() + (town.until() - town.from()) / 2;
      case IMPORTED -> Long.MAX_VALUE;
    };
  }

  private static TruthTown offline(TruthTown town, SplittableRandom chance) {
    int shed = chance.nextInt(town.layout().stands().size());
    long days = (town.until() - town.from()) / TownPlan.DAY;
    long from = town.from() + chance.nextLong(days - 2) * TownPlan.DAY + 9 * TownPlan.HOUR;
    TruthTown.Outage outage = new TruthTown.Outage(shed, from, from + OFFLINE);
    List<TruthTown.Charged> told = new ArrayList<>();
    for (TruthTown.Charged one : town.sessions()) {
      boolean silent = one.shed() == shed && one.at() >= from && one.at() < outage.until();
      if (!silent || one.gone() > outage.until()) {
        told.add(one); // Who is still there afterwards is seen then.
      }
    }
    return new TruthTown(
        town.layout(), town.from(), town.until(), told, town.turnedAway(), List.of(outage));
  }
}
