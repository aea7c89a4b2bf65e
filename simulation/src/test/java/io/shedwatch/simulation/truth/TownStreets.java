package io.shedwatch.simulation.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** Sheds, sockets and what is due next; both kinds of town play on it. */
final class TownStreets {
  private final TownPlan plan;
  private final SplittableRandom chance;
  private final List<boolean[]> taken = new ArrayList<>();
  private final List<List<Integer>> inReach = new ArrayList<>();
  private final List<TruthTown.Charged> sessions = new ArrayList<>();
  private final List<TruthTown.TurnedAway> turnedAway = new ArrayList<>();
  private final PriorityQueue<Due> agenda =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
  private long entered;

  private record Due(long at, long order, Runnable what) {}

  TownStreets(TownPlan plan, SplittableRandom chance) {
    this.plan = plan;
    this.chance = chance;
    plan.layout().stands().forEach(stand -> taken.add(new boolean[stand.sockets()]));
    for (int house = 0; house < plan.layout().houses().size(); house++) {
      inReach.add(plan.layout().inReach(house));
    }
  }

  void enter(long at, Runnable what) {
    agenda.add(new Due(at, entered++, what));
  }

  void run(long until) {
    while (!agenda.isEmpty() && agenda.peek().at() < until) {
      agenda.poll().what().run();
    }
  }

  /** Takes a socket if there is one in reach; false when the person is turned away. */
  boolean plug(long at, int house, long chargeMillis, Runnable atFetch) {
    List<Integer> order = new ArrayList<>(inReach.get(house));
    if (order.size() > 1 && chance.nextDouble() < plan.wandering()) {
      order.add(0, order.remove(1 + chance.nextInt(order.size() - 1)));
    }
    for (int shed : order) {
      int socket = freeSocket(shed);
      if (socket >= 0) {
        taken.get(shed)[socket] = true;
        long full = at + chargeMillis;
        long gone = plan.fetched(chance, full);
        sessions.add(new TruthTown.Charged(shed, socket + 1, at, full, gone));
        enter(
            gone,
            () -> {
              taken.get(shed)[socket] = false;
              atFetch.run();
            });
        return true;
      }
    }
    return false;
  }

  private int freeSocket(int shed) {
    boolean[] here = taken.get(shed);
    int start = chance.nextInt(here.length);
    for (int i = 0; i < here.length; i++) {
      int socket = (start + i) % here.length;
      if (!here[socket]) {
        return socket;
      }
    }
    return -1;
  }

  void countTurnedAway(long at, int house) {
    turnedAway.add(new TruthTown.TurnedAway(at, house));
  }

  /** What happened after the town had settled in. */
  TruthTown town(long from, long until) {
    return new TruthTown(
        plan.layout(),
        from,
        until,
        sessions.stream().filter(one -> one.at() < until).toList(),
        turnedAway.stream().filter(one -> one.at() >= from && one.at() < until).toList(),
        List.of());
  }
}
