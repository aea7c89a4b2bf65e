package io.shedwatch.server.pressure.map;

import java.util.Arrays;
import java.util.Map;

/**
 * How likely a full bike is fetched in the next hour, by how long it has been full and by the hour
 * of the day: fetched over waited, with a few hours of what is usual added. Of hours in which
 * hardly anybody comes nothing says when a bike left: whatever was drawn there would say itself
 * again. There who is awake fetches as in the waking hour next to it.
 */
final class LeavingHazard {
  static final int SLOTS_AN_HOUR = 6;
  static final int HOURS = 24;

  /** Half hours that are told apart; who stays longer has left the bike for later. */
  private static final int AGES = 5;

  private static final int SLOTS_AN_AGE = 3;
  private static final double PRIOR_HOURS = 3;
  private static final double SOON = 0.6;
  private static final double LATER = 0.1;
  private static final double MORNING = 0.8;
  private static final double ASLEEP = 0.02;

  /** People go to bed between 22 and 24 o'clock and get up between 5 and 7. */
  private static final Map<Integer, Double> HALF_AWAKE =
      Map.of(22, 0.75, 23, 0.25, 5, 0.25, 6, 0.75);

  private static final int GETTING_UP = 5;
  private static final int NOON = 12;

  private final double[] fetched = new double[AGES * HOURS];
  private final double[] waited = new double[AGES * HOURS];
  private final double[] hazard = new double[AGES * HOURS];
  private boolean[] quiet = new boolean[HOURS];

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

  /** Of hours of the day in which hardly anybody comes nothing is learned. */
  void learnNothingOf(boolean[] hours) {
    quiet = hours.clone();
    learn();
  }

  /** Takes what was noted since it was last told to forget. */
  void learn() {
    for (int age = 0; age < AGES; age++) {
      for (int hour = 0; hour < HOURS; hour++) {
        int waking = quiet[hour] ? waking(hour) : hour;
        hazard[age * HOURS + hour] =
            waking == hour ? seen(age, hour) : awake(hour) * seen(age, waking);
      }
    }
  }

  private double seen(int age, int hour) {
    int cell = age * HOURS + hour;
    return (fetched[cell] + PRIOR_HOURS * usual(age, hour)) / (waited[cell] + PRIOR_HOURS);
  }

  /** The next hour towards noon in which somebody comes; itself where nobody ever does. */
  private int waking(int hour) {
    int step = hour < NOON ? 1 : -1;
    int at = hour;
    while (quiet[at] && at != NOON) {
      at += step;
    }
    return quiet[at] ? hour : at;
  }

  private static double awake(int hour) {
    return hour < GETTING_UP ? ASLEEP : HALF_AWAKE.getOrDefault(hour, 1.0);
  }

  private static double usual(int age, int hour) {
    boolean morning = hour >= GETTING_UP && hour < 9;
    double whoIsAwake = morning ? MORNING : age < AGES - 1 ? SOON : LATER;
    return awake(hour) * whoIsAwake;
  }
}
