package io.shedwatch.server.pressure.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Some weeks of people who want a socket, drawn once and played with different numbers of sockets,
 * so that the difference is the sockets' and not chance (common random numbers). Each takes the
 * nearest free shed in reach; who finds none goes away and does not come again.
 */
public final class Evenings {
  private static final int WEEK_HOURS = 168;
  private static final int PARTS_OF_DAY = 6;
  private static final int HOURS_A_PART = 24 / PARTS_OF_DAY;
  private static final int ENOUGH = 30;

  /** Sheds fill up in this time; who is turned away in it is not counted. */
  private static final double SETTLING_MINUTES = 2 * 24 * 60;

  private record Coming(double minute, int group, double chargeMinutes, double holdMinutes) {}

  private final Wanted wanted;
  private final List<Coming> coming;
  private final int weeks;

  private Evenings(Wanted wanted, List<Coming> coming, int weeks) {
    this.wanted = wanted;
    this.coming = coming;
    this.weeks = weeks;
  }

  /**
   * Draws people.
   *
   * @param scale of all demand; 1 as estimated
   */
  public static Evenings draw(Wanted wanted, int weeks, double scale, SplittableRandom chance) {
    List<List<Wanted.Stayed>> parts = new ArrayList<>();
    for (int part = 0; part < PARTS_OF_DAY; part++) {
      int here = part;
      List<Wanted.Stayed> own =
          wanted.stays().stream().filter(stay -> stay.hour() / HOURS_A_PART == here).toList();
      parts.add(own.size() >= ENOUGH ? own : wanted.stays());
    }
    List<Coming> coming = new ArrayList<>();
    for (int hour = 0; hour < weeks * WEEK_HOURS; hour++) {
      List<Wanted.Stayed> stays = parts.get(hour % 24 / HOURS_A_PART);
      for (int group = 0; group < wanted.groups().size(); group++) {
        double rate = scale * wanted.groups().get(group).perHour().get(hour % WEEK_HOURS);
        for (double at = gap(chance, rate); at < 1; at += gap(chance, rate)) {
          Wanted.Stayed stay = stays.get(chance.nextInt(stays.size()));
          coming.add(new Coming((hour + at) * 60, group, stay.chargeMinutes(), stay.holdMinutes()));
        }
      }
    }
    coming.sort(Comparator.comparingDouble(Coming::minute));
    return new Evenings(wanted, coming, weeks);
  }

  private static double gap(SplittableRandom chance, double rate) {
    return rate <= 0 ? Double.POSITIVE_INFINITY : -Math.log(1 - chance.nextDouble()) / rate;
  }

  /**
   * Turned away a day.
   *
   * @param sockets by shed
   * @param mostHoldMinutes full bikes are moved after so long at most; infinity: as they were
   */
  public double turnedAwayADay(int[] sockets, double mostHoldMinutes) {
    double[][] freeAt = new double[sockets.length][];
    for (int shed = 0; shed < sockets.length; shed++) {
      freeAt[shed] = new double[sockets[shed]];
    }
    int away = 0;
    for (Coming one : coming) {
      double until =
          one.minute() + one.chargeMinutes() + Math.min(one.holdMinutes(), mostHoldMinutes);
      boolean found = false;
      for (int shed : wanted.groups().get(one.group()).sheds()) {
        if (!found) {
          found = take(freeAt[shed], one.minute(), until);
        }
      }
      away += !found && one.minute() >= SETTLING_MINUTES ? 1 : 0;
    }
    return away / (weeks * 7 - SETTLING_MINUTES / (24 * 60));
  }

  private static boolean take(double[] freeAt, double minute, double until) {
    for (int socket = 0; socket < freeAt.length; socket++) {
      if (freeAt[socket] <= minute) {
        freeAt[socket] = until;
        return true;
      }
    }
    return false;
  }
}
