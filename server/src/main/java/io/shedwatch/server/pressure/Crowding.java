package io.shedwatch.server.pressure;

import java.util.Arrays;
import java.util.List;

/**
 * The finite source. Who is plugged in, came in the last 12 h or was turned away in the last 12 h
 * does not come now: the rate is multiplied by 1 - kappa busy / D, where D is the number that comes
 * on a day in these weeks, turned away or not. It is set against its mean at that hour in these
 * weeks: what is usual is in the rhythm and the weights already. So no number of bikes has to be
 * known, and kappa is about one over the days between two charges of a bike.
 */
final class Crowding {
  private static final int FIRST_WEEKEND_SLOT = 5 * WeekClock.SLOTS_A_DAY;
  private static final double LEAST_LEFT = 0.1;
  private static final int WEEKS_AROUND_DAYS = 21;
  private static final double LEAST_A_DAY = 1;

  private final Evidence evidence;
  private final double kappa;
  private final double[][] likely;
  private final double[] factor;

  Crowding(Evidence evidence, double kappa) {
    this.evidence = evidence;
    this.kappa = kappa;
    likely =
        evidence.map.groups().stream()
            .map(group -> EvidenceSweep.likely(group.sheds().size()))
            .toArray(double[][]::new);
    factor = new double[evidence.freeHours.length];
    count(new double[evidence.freeHours.length]);
  }

  double factor(int cell) {
    return factor[cell];
  }

  /**
   * Sets the factors.
   *
   * @param lost expected first attempts that found nothing, by cell
   */
  void count(double[] lost) {
    if (kappa == 0) {
      Arrays.fill(factor, 1);
      return;
    }
    double[][] lostOfShed = ofSheds(lost);
    double[][] daily = daily(lostOfShed);
    double[] today = new double[evidence.sheds];
    for (int slot = 0; slot < lostOfShed.length; slot++) {
      for (int group = 0; group < evidence.groups; group++) {
        List<Integer> here = evidence.map.groups().get(group).sheds();
        double busy = 0;
        for (int rank = 0; rank < here.size(); rank++) {
          int shed = here.get(rank);
          busy +=
              likely[group][rank]
                  * (evidence.busy[slot * evidence.sheds + shed] + today[shed])
                  / daily[evidence.day(slot)][shed];
        }
        factor[slot * evidence.groups + group] = Math.log(Math.max(LEAST_LEFT, 1 - kappa * busy));
      }
      for (int shed = 0; shed < evidence.sheds; shed++) {
        int before = slot - EvidenceSweep.TODAY_SLOTS;
        today[shed] += lostOfShed[slot][shed] - (before >= 0 ? lostOfShed[before][shed] : 0);
      }
    }
    for (int group = 0; group < evidence.groups; group++) {
      for (int slot = 0; slot < WeekClock.SLOTS_A_DAY; slot++) {
        centre(group, slot, false);
        centre(group, slot, true);
      }
    }
  }

  /** By slot, shed. */
  private double[][] ofSheds(double[] lost) {
    double[][] sums = new double[evidence.clock.slots()][evidence.sheds];
    for (int cell = 0; cell < lost.length; cell++) {
      int group = cell % evidence.groups;
      List<Integer> here = evidence.map.groups().get(group).sheds();
      for (int rank = 0; rank < here.size(); rank++) {
        sums[cell / evidence.groups][here.get(rank)] += likely[group][rank] * lost[cell];
      }
    }
    return sums;
  }

  /** Who comes on a day in the weeks around it, turned away or not; by day, shed. */
  private double[][] daily(double[][] lostOfShed) {
    int days = evidence.clock.days();
    double[][] sum = new double[days + 1][evidence.sheds];
    for (int day = 0; day < days; day++) {
      for (int shed = 0; shed < evidence.sheds; shed++) {
        double here = evidence.arrivalsOfShed[day * evidence.sheds + shed];
        for (int i = 0; i < WeekClock.SLOTS_A_DAY; i++) {
          here += lostOfShed[day * WeekClock.SLOTS_A_DAY + i][shed];
        }
        sum[day + 1][shed] = sum[day][shed] + here;
      }
    }
    double[][] daily = new double[days][evidence.sheds];
    for (int day = 0; day < days; day++) {
      int from = Math.max(0, day - WEEKS_AROUND_DAYS);
      int until = Math.min(days, day + WEEKS_AROUND_DAYS + 1);
      for (int shed = 0; shed < evidence.sheds; shed++) {
        daily[day][shed] =
            Math.max(LEAST_A_DAY, (sum[until][shed] - sum[from][shed]) / (until - from));
      }
    }
    return daily;
  }

  private void centre(int group, int slotOfDay, boolean weekend) {
    int days = evidence.clock.days();
    double[] sum = new double[days + 1];
    int[] count = new int[days + 1];
    for (int day = 0; day < days; day++) {
      boolean counts = weekend(day) == weekend;
      sum[day + 1] = sum[day] + (counts ? factor[cell(day, slotOfDay, group)] : 0);
      count[day + 1] = count[day] + (counts ? 1 : 0);
    }
    for (int day = 0; day < days; day++) {
      if (weekend(day) == weekend) {
        int from = Math.max(0, day - WEEKS_AROUND_DAYS);
        int until = Math.min(days, day + WEEKS_AROUND_DAYS + 1);
        double mean = (sum[until] - sum[from]) / (count[until] - count[from]);
        int cell = cell(day, slotOfDay, group);
        factor[cell] = Math.exp(factor[cell] - mean);
      }
    }
  }

  private boolean weekend(int day) {
    return evidence.clock.slotOfWeek(day * WeekClock.SLOTS_A_DAY) >= FIRST_WEEKEND_SLOT;
  }

  private int cell(int day, int slotOfDay, int group) {
    return (day * WeekClock.SLOTS_A_DAY + slotOfDay) * evidence.groups + group;
  }
}
