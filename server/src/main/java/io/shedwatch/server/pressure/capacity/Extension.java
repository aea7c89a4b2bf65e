package io.shedwatch.server.pressure.capacity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where more sockets are worth most: one after the other goes where it serves most (greedy; adding
 * a socket takes from what the next is worth, so that this is near the best, and brute force agrees
 * on small cases).
 */
public final class Extension {
  /** At most 20 bikes stand together (DESIGN.md, section 8). */
  public static final int MOST_TOGETHER = 20;

  private Extension() {}

  /**
   * How many sockets a shed may have.
   *
   * @param now how many it has; it keeps them, whatever the limit
   * @param ratedWatts of its supply
   * @param wattsACharge of one charging bike, mean
   */
  public static int most(int now, double ratedWatts, double wattsACharge) {
    int byPower = (int) Math.floor(ratedWatts / wattsACharge);
    return Math.max(now, Math.min(MOST_TOGETHER, byPower));
  }

  /**
   * Sockets by shed after adding some; fewer than asked where limits or worth end first.
   *
   * @param now by shed
   * @param most by shed
   */
  public static int[] plan(List<Evenings> evenings, int[] now, int[] most, int more) {
    int[] sockets = now.clone();
    double best = mean(evenings, sockets, Double.POSITIVE_INFINITY);
    for (int added = 0; added < more; added++) {
      int chosen = -1;
      double least = best;
      for (int shed = 0; shed < sockets.length; shed++) {
        if (sockets[shed] < most[shed]) {
          sockets[shed]++;
          double away = mean(evenings, sockets, Double.POSITIVE_INFINITY);
          if (away < least) {
            least = away;
            chosen = shed;
          }
          sockets[shed]--;
        }
      }
      if (chosen < 0) {
        return sockets;
      }
      sockets[chosen]++;
      best = least;
    }
    return sockets;
  }

  /** Turned away a day, mean over the evenings. */
  public static double mean(List<Evenings> evenings, int[] sockets, double mostHoldMinutes) {
    return evenings.stream()
        .mapToDouble(one -> one.turnedAwayADay(sockets, mostHoldMinutes))
        .average()
        .orElse(0);
  }

  /** How many fewer are turned away a day, evening by evening, ordered. */
  public static List<Double> fewer(
      List<Evenings> evenings, int[] before, int[] after, double mostHoldMinutes) {
    List<Double> fewer = new ArrayList<>();
    for (Evenings one : evenings) {
      fewer.add(
          one.turnedAwayADay(before, Double.POSITIVE_INFINITY)
              - one.turnedAwayADay(after, mostHoldMinutes));
    }
    Collections.sort(fewer);
    return fewer;
  }
}
