package io.shedwatch.server.pressure;

import java.util.List;

/** Expected turned-away bikes of some weeks, by half hour and group of buildings. */
public final class Pressure {
  private final WalkMap map;
  private final WeekClock clock;
  private final double[] turnedAway;
  private final double[] demand;
  private final double relativeVariance;
  private final double[] groupRelativeVariance;
  private final double varianceAlone;

  Pressure(
      Evidence evidence,
      double[] turnedAway,
      double[] demand,
      double relativeVariance,
      double[] groupRelativeVariance,
      double alpha) {
    this.map = evidence.map;
    this.clock = evidence.clock;
    this.turnedAway = turnedAway;
    this.demand = demand;
    this.relativeVariance = relativeVariance;
    this.groupRelativeVariance = groupRelativeVariance;
    this.varianceAlone = 1 / alpha;
  }

  /** Expected number of all buildings between two times; whole half hours count. */
  public Estimate total(long from, long until) {
    double sum = 0;
    for (int group = 0; group < map.groups().size(); group++) {
      sum += expected(group, from, until);
    }
    return Estimate.of(sum, sum + sum * sum * relativeVariance);
  }

  /** Expected number of one group's buildings together. */
  public Estimate group(int group, long from, long until) {
    double sum = expected(group, from, until);
    return Estimate.of(sum, sum + sum * sum * groupRelativeVariance[group]);
  }

  /**
   * A building's part of its group by households: that is all that is known, and the interval says
   * so.
   *
   * @param householdsShare the building's part of the group's households
   */
  public Estimate building(int group, double householdsShare, long from, long until) {
    double sum = expected(group, from, until) * householdsShare;
    double alone = householdsShare < 1 ? varianceAlone : 0;
    return Estimate.of(sum, sum + sum * sum * (groupRelativeVariance[group] + alone));
  }

  /** Expected number by shed that they would have gone to first. */
  public Estimate nearestShed(int shed, long from, long until) {
    double sum = 0;
    for (int group = 0; group < map.groups().size(); group++) {
      if (map.groups().get(group).sheds().get(0) == shed) {
        sum += expected(group, from, until);
      }
    }
    return Estimate.of(sum, sum + sum * sum * 2 * relativeVariance);
  }

  /**
   * Expected number of one group in one hour of one day; a day of 25 hours has its last one in 23.
   */
  public double expected(int group, int day, int hour) {
    int slot = day * WeekClock.SLOTS_A_DAY + 2 * hour;
    int groups = map.groups().size();
    return turnedAway[slot * groups + group] + turnedAway[(slot + 1) * groups + group];
  }

  /**
   * First attempts of one group expected in one hour of one day, whether or not they find a socket.
   */
  public double demand(int group, int day, int hour) {
    int slot = day * WeekClock.SLOTS_A_DAY + 2 * hour;
    int groups = map.groups().size();
    return (demand[slot * groups + group] + demand[(slot + 1) * groups + group]) / 2;
  }

  /** Days from {@link #from} to {@link #until}, the place's own. */
  public int days() {
    return clock.days();
  }

  /** What is to be added to a group's variance besides the count's own, over the number squared. */
  public double relativeVariance(int group) {
    return groupRelativeVariance[group];
  }

  /** The same for all groups together. */
  public double relativeVariance() {
    return relativeVariance;
  }

  /** And for a building that is only known by its part of a group's households. */
  public double relativeVarianceInside() {
    return varianceAlone;
  }

  private double expected(int group, long from, long until) {
    double sum = 0;
    for (int slot = 0; slot < clock.slots(); slot++) {
      if (clock.start(slot) >= from && clock.end(slot) <= until) {
        sum += turnedAway[slot * map.groups().size() + group];
      }
    }
    return sum;
  }

  public List<WalkMap.Group> groups() {
    return map.groups();
  }

  public long from() {
    return clock.start(0);
  }

  public long until() {
    return clock.end(clock.slots() - 1);
  }
}
