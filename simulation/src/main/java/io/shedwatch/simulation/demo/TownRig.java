package io.shedwatch.simulation.demo;

import io.shedwatch.simulation.town.Habits;
import io.shedwatch.simulation.town.Town;
import java.util.List;

/**
 * A town, what looks at it, and its sheds.
 *
 * @param sheds in the order of the map
 */
record TownRig(TownFeed feed, Caretaker caretaker, List<TownShed> sheds) {
  /** The town begins to live at {@code startMillis}; every relay is closed. */
  static TownRig of(HttpSiteReader.SitePlan plan, long seed, long startMillis) {
    Caretaker caretaker = new Caretaker();
    Town town = new Town(plan.map(), Habits.DEFAULTS, seed, startMillis);
    return new TownRig(
        new TownFeed(town, caretaker), caretaker, TownShed.of(plan.site(), plan.map()));
  }

  /** Loops that have yet to find their feet until then. */
  PastSheds past(long until, List<PastOutbox> outboxes) {
    return new PastSheds(this, outboxes, until - PastSheds.FEET_MILLIS);
  }
}
