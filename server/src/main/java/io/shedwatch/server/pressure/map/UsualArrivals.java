package io.shedwatch.server.pressure.map;

import java.util.Arrays;

/**
 * How many come in a slot while a socket is free, by shed and time: the town's rhythm times the
 * shed's level, so that a shed which is full every evening has its evenings from the others, times
 * how many came on that day and times the slot's crowd.
 */
final class UsualArrivals {
  /** Hours of a working day, then of a day of the weekend. */
  static final int HOURS = 48;

  private static final int ROUNDS = 5;

  /** What the town's rhythm is worth in a shed's own arrivals. */
  private static final double WORTH = 100;

  private final int[] hour;
  private final int[] day;
  private final double[] level;
  private double[][] usual = new double[0][];

  /**
   * @param hour of each slot, see {@link #HOURS}
   * @param day of each slot
   */
  UsualArrivals(int[] hour, int[] day, Iterable<ShedSlots> sheds) {
    this.hour = hour;
    this.day = day;
    level = new double[day[day.length - 1] + 1];
    for (ShedSlots shed : sheds) {
      for (int slot = 0; slot < day.length; slot++) {
        level[day[slot]] += shed.arrivals[slot];
      }
    }
    double mean = Arrays.stream(level).average().orElse(0);
    for (int i = 0; i < level.length; i++) {
      level[i] = (level[i] + WORTH) / (mean + WORTH);
    }
  }

  double at(ShedSlots shed, int slot) {
    return usual[shed.index][hour[slot]] * level[day[slot]] * shed.crowd[slot];
  }

  /** Sets them to what came over the time in which a socket was free. */
  void learn(Iterable<ShedSlots> sheds, int count) {
    double[][] came = new double[count][HOURS];
    double[][] free = new double[count][HOURS];
    for (ShedSlots shed : sheds) {
      shed.count(hour, came[shed.index], free[shed.index]);
    }
    double[] rhythm = new double[HOURS];
    double[] size = new double[count];
    Arrays.fill(size, 1);
    for (int round = 0; round < ROUNDS; round++) {
      for (int h = 0; h < HOURS; h++) {
        double seen = 0.5;
        double expected = 0.5;
        for (int shed = 0; shed < count; shed++) {
          seen += came[shed][h];
          expected += size[shed] * free[shed][h];
        }
        rhythm[h] = seen / expected;
      }
      for (int shed = 0; shed < count; shed++) {
        double expected = 1;
        for (int h = 0; h < HOURS; h++) {
          expected += rhythm[h] * free[shed][h];
        }
        size[shed] = (Arrays.stream(came[shed]).sum() + 1) / expected;
      }
    }
    usual = new double[count][HOURS];
    for (int shed = 0; shed < count; shed++) {
      for (int h = 0; h < HOURS; h++) {
        usual[shed][h] =
            (came[shed][h] + WORTH) / (free[shed][h] + WORTH / (size[shed] * rhythm[h]));
      }
    }
  }
}
