package io.shedwatch.server.pressure.map;

import java.util.Arrays;

/**
 * How likely a full bike is fetched in the next hour, by how long it has been full and by the hour
 * of the day: fetched over waited, with a few hours of what is usual added.
 */
final class LeavingHazard {
  static final int SLOTS_AN_HOUR = 6;
  private static final int HOURS = 24;

  /** Half hours that are told apart; who stays longer has left the bike for later. */
  private static final int AGES = 5;

  private static final int SLOTS_AN_AGE = 3;
  private static final double PRIOR_HOURS = 3;
  private static final double SOON = 0.6;
  private static final double LATER = 0.1;
  private static final double NIGHT = 0.03;
  private static final double MORNING = 0.8;

  private final double[] fetched = new double[AGES * HOURS];
  private final double[] waited = new double[AGES * HOURS];
  private final double[] hazard = new double[AGES * HOURS];

  LeavingHazard() {
    learn();
  }

  /** Per hour. */
  double at(int slotsFull, int hour) {
    return hazard[cell(slotsFull, hour)];
  }

  private static int cell(int slotsFull, int hour) {
    return Math.min(AGES - 1, slotsFull / SLOTS_AN_AGE) * HOURS + hour;
  }

  void forget() {
    Arrays.fill(fetched, 0);
    Arrays.fill(waited, 0);
  }

  void waited(int slotsFull, int hour) {
    waited[cell(slotsFull, hour)] += 1.0 / SLOTS_AN_HOUR;
  }

  void fetched(int slotsFull, int hour) {
    fetched[cell(slotsFull, hour)]++;
  }

  /** Takes what was noted since it was last told to forget. */
  void learn() {
    for (int age = 0; age < AGES; age++) {
      for (int hour = 0; hour < HOURS; hour++) {
        int cell = age * HOURS + hour;
        hazard[cell] =
            (fetched[cell] + PRIOR_HOURS * usual(age, hour)) / (waited[cell] + PRIOR_HOURS);
      }
    }
  }

  private static double usual(int age, int hour) {
    if (hour >= 5 && hour < 9) {
      return MORNING;
    }
    if (hour < 5 || hour >= 22) {
      return NIGHT;
    }
    return age < AGES - 1 ? SOON : LATER;
  }
}
