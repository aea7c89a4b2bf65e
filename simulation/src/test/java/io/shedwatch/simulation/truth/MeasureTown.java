package io.shedwatch.simulation.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * A spread-out town of strangers, sixteen weeks long, in which something is done at three sheds on
 * the day in the middle. Buildings stand far enough apart that other sheds are out of its reach.
 */
final class MeasureTown {
  static final int MEASURE_DAY = 56;
  static final int DAYS = 112;

  /** Whom the measure is for: the sheds of these indexes. */
  static final List<Integer> TREATED = List.of(0, 1, 2);

  private static final int SETTLING_DAYS = 7;
  private static final double PEOPLE_A_DAY = 330;
  private static final long MOVED_WITHIN = 30 * 60_000L;
  private static final double FEWER = 0.3;
  private static final double RETRYING = 0.3;

  /** What is done. */
  enum Measure {
    NOTHING,
    /** Every bike is gone half an hour after it was full. */
    MOVED,
    /** Three in ten of those who go there first come no more. */
    FEWER_COME
  }

  private record Due(long at, int house, int attempt) {}

  private record Gone(long at, int shed, int socket) {}

  private final Measure measure;
  private final TownPlan plan;
  private final SplittableRandom chance;
  private final List<List<Integer>> reach = new ArrayList<>();
  private final List<boolean[]> taken = new ArrayList<>();
  private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::at));
  private final PriorityQueue<Gone> gone = new PriorityQueue<>(Comparator.comparingLong(Gone::at));
  private final List<TruthTown.Charged> sessions = new ArrayList<>();
  private final List<TruthTown.TurnedAway> turnedAway = new ArrayList<>();

  private MeasureTown(long seed, Measure measure) {
    SplittableRandom drawn = new SplittableRandom(seed * 4_000_037);
    TownPlan near = TownPlan.draw(drawn);
    this.measure = measure;
    this.plan =
        new TownPlan(
            spread(near.layout(), 2),
            PEOPLE_A_DAY,
            0,
            RETRYING,
            0,
            near.fetching(),
            near.weekday(),
            0.15);
    this.chance = drawn.split();
    plan.layout().stands().forEach(stand -> taken.add(new boolean[stand.sockets()]));
    for (int house = 0; house < plan.layout().houses().size(); house++) {
      reach.add(plan.layout().inReach(house));
    }
  }

  private static TruthTown.Layout spread(TruthTown.Layout near, double times) {
    return new TruthTown.Layout(
        near.houses().stream()
            .map(
                one ->
                    new TruthTown.House(
                        one.households(),
                        times * one.x(),
                        times * one.y(),
                        one.weight(),
                        one.bikes()))
            .toList(),
        near.stands().stream()
            .map(one -> new TruthTown.Stand(one.sockets(), times * one.x(), times * one.y()))
            .toList());
  }

  static TruthTown of(long seed, Measure measure) {
    MeasureTown town = new MeasureTown(seed, measure);
    long from = TownPlan.START + SETTLING_DAYS * TownPlan.DAY;
    for (int day = -SETTLING_DAYS; day < DAYS; day++) {
      town.day(from + day * TownPlan.DAY, day >= MEASURE_DAY);
    }
    long until = from + DAYS * TownPlan.DAY;
    return new TruthTown(
        town.plan.layout(),
        from,
        until,
        town.sessions,
        town.turnedAway.stream().filter(one -> one.at() >= from && one.at() < until).toList(),
        List.of());
  }

  private void day(long midnight, boolean after) {
    int weekday = (int) Math.floorMod((midnight - TownPlan.START) / TownPlan.DAY, 7L);
    double people =
        PEOPLE_A_DAY
            * plan.weekday()[weekday]
            * Math.exp(plan.daySpread() * TownPlan.normal(chance));
    double households =
        plan.layout().houses().stream().mapToDouble(TruthTown.House::households).sum();
    for (int house = 0; house < reach.size(); house++) {
      boolean fewer =
          after
              && measure == Measure.FEWER_COME
              && !reach.get(house).isEmpty()
              && TREATED.contains(reach.get(house).get(0));
      double mean = people * plan.layout().houses().get(house).households() / households;
      for (double at = gap(mean); at < 1; at += gap(mean)) {
        long when =
            midnight
                + (long) (TownPlan.homeHour(chance, TownPlan.weekend(midnight)) * TownPlan.HOUR);
        if (!fewer || chance.nextDouble() >= FEWER) {
          due.add(new Due(when, house, 1));
        }
      }
    }
    while (!due.isEmpty() && due.peek().at() < midnight + TownPlan.DAY) {
      look(due.remove(), after);
    }
  }

  private double gap(double mean) {
    return -Math.log(1 - chance.nextDouble()) / mean;
  }

  private void look(Due one, boolean after) {
    while (!gone.isEmpty() && gone.peek().at() <= one.at()) {
      Gone bike = gone.remove();
      taken.get(bike.shed())[bike.socket()] = false;
    }
    for (int shed : reach.get(one.house())) {
      for (int socket = 0; socket < taken.get(shed).length; socket++) {
        if (!taken.get(shed)[socket]) {
          plug(one.at(), shed, socket, after);
          return;
        }
      }
    }
    if (one.attempt() == 1) {
      turnedAway.add(new TruthTown.TurnedAway(one.at(), one.house()));
    }
    if (one.attempt() < 3 && chance.nextDouble() < plan.retrying()) {
      long again = one.at() + (long) (TownPlan.between(chance, 0.3, 2) * TownPlan.HOUR);
      due.add(new Due(again, one.house(), one.attempt() + 1));
    }
  }

  private void plug(long at, int shed, int socket, boolean after) {
    long full = at + (long) (TownPlan.HOUR * Math.exp(1.2 + 0.45 * TownPlan.normal(chance)));
    long fetched = plan.fetched(chance, full);
    boolean moved = after && measure == Measure.MOVED && TREATED.contains(shed);
    long until = moved ? Math.min(fetched, full + MOVED_WITHIN) : fetched;
    taken.get(shed)[socket] = true;
    sessions.add(new TruthTown.Charged(shed, socket + 1, at, full, until));
    gone.add(new Gone(until, shed, socket));
  }
}
