package io.shedwatch.server.pressure;

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

  /** Whom nobody but these bikes' owners can be, by shed; 0 where that is not known. */
  private final double[] source;

  private final double[][] likely;
  private final int[][] inReach;

  /** By cell; none where all are 1. */
  private final float[] factor;

  Crowding(Evidence evidence, Model model) {
    this.evidence = evidence;
    this.kappa = model.kappa();
    source = new double[evidence.sheds];
    if (model.heavy() > 0) {
      for (WalkMap.Group group : evidence.map.groups()) {
        if (group.alone()) {
          source[group.sheds().get(0)] = group.bikes().orElse(0) / model.heavy();
        }
      }
    }
    inReach =
        evidence.map.groups().stream()
            .map(group -> group.sheds().stream().mapToInt(shed -> shed).toArray())
            .toArray(int[][]::new);
    likely =
        evidence.map.groups().stream()
            .map(group -> EvidenceSweep.likely(group.sheds().size()))
            .toArray(double[][]::new);
    factor = new float[kappa == 0 ? 0 : evidence.freeHours.length];
  }

  double factor(int cell) {
    return factor.length == 0 ? 1 : factor[cell];
  }

  /** Adds to each group's sum its free hours of a slot, times their factor and {@code times}. */
  void addRoom(int slot, double times, double[] sums) {
    int from = slot * sums.length;
    float[] free = evidence.freeHours;
    if (factor.length == 0) {
      for (int group = 0; group < sums.length; group++) {
        sums[group] += times * free[from + group];
      }
      return;
    }
    for (int group = 0; group < sums.length; group++) {
      sums[group] += times * (free[from + group] * factor[from + group]);
    }
  }

  /** Free hours of a slot, times their factor, weighed by group. */
  double room(int slot, double[] weights) {
    int from = slot * weights.length;
    float[] free = evidence.freeHours;
    double sum = 0;
    for (int group = 0; group < weights.length; group++) {
      double here = weights[group] * free[from + group];
      sum += factor.length == 0 ? here : here * factor[from + group];
    }
    return sum;
  }

  /**
   * Sets the factors.
   *
   * @param lost expected first attempts that found nothing, by place in {@link Blocked#cells}
   */
  void count(double[] lost) {
    if (kappa == 0) {
      return;
    }
    double[][] lostOfShed = ofSheds(lost);
    double[][] daily = daily(lostOfShed);
    double[] today = new double[evidence.sheds];
    double[] share = new double[evidence.sheds];
    for (int slot = 0; slot < lostOfShed.length; slot++) {
      for (int shed = 0; shed < share.length; shed++) {
        share[shed] =
            (evidence.busy[slot * evidence.sheds + shed] + today[shed])
                / daily[evidence.day(slot)][shed];
      }
      for (int group = 0; group < evidence.groups; group++) {
        double busy = 0;
        for (int rank = 0; rank < inReach[group].length; rank++) {
          busy += likely[group][rank] * share[inReach[group][rank]];
        }
        factor[slot * evidence.groups + group] =
            (float) Math.log(Math.max(LEAST_LEFT, 1 - kappa * busy));
      }
      int before = slot - EvidenceSweep.TODAY_SLOTS;
      for (int shed = 0; shed < today.length; shed++) {
        today[shed] += lostOfShed[slot][shed] - (before >= 0 ? lostOfShed[before][shed] : 0);
      }
    }
    for (int slot = 0; slot < WeekClock.SLOTS_A_DAY; slot++) {
      centre(slot, false);
      centre(slot, true);
    }
  }

  /** By slot, shed. */
  private double[][] ofSheds(double[] lost) {
    double[][] sums = new double[evidence.clock.slots()][evidence.sheds];
    int[] cells = evidence.blocked().cells;
    for (int place = 0; place < cells.length; place++) {
      int group = cells[place] % evidence.groups;
      double[] sum = sums[cells[place] / evidence.groups];
      for (int rank = 0; rank < inReach[group].length; rank++) {
        sum[inReach[group][rank]] += likely[group][rank] * lost[place];
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
            Math.max(
                Math.max(LEAST_A_DAY, source[shed]),
                (sum[until][shed] - sum[from][shed]) / (until - from));
      }
    }
    return daily;
  }

  /** Divides by the geometric mean of the weeks around, at one time of the day. */
  private void centre(int slotOfDay, boolean weekend) {
    int days = evidence.clock.days();
    double[][] sum = new double[days + 1][];
    int[] count = new int[days + 1];
    sum[0] = new double[evidence.groups];
    for (int day = 0; day < days; day++) {
      sum[day + 1] = sum[day];
      count[day + 1] = count[day];
      if (weekend(day) == weekend) {
        sum[day + 1] = sum[day].clone();
        count[day + 1]++;
        int from = cell(day, slotOfDay);
        for (int group = 0; group < evidence.groups; group++) {
          sum[day + 1][group] += factor[from + group];
        }
      }
    }
    for (int day = 0; day < days; day++) {
      if (weekend(day) == weekend) {
        int first = Math.max(0, day - WEEKS_AROUND_DAYS);
        int until = Math.min(days, day + WEEKS_AROUND_DAYS + 1);
        double counted = count[until] - count[first];
        int from = cell(day, slotOfDay);
        for (int group = 0; group < evidence.groups; group++) {
          double mean = (sum[until][group] - sum[first][group]) / counted;
          factor[from + group] = (float) Math.exp(factor[from + group] - mean);
        }
      }
    }
  }

  private boolean weekend(int day) {
    return evidence.clock.slotOfWeek(day * WeekClock.SLOTS_A_DAY) >= FIRST_WEEKEND_SLOT;
  }

  private int cell(int day, int slotOfDay) {
    return (day * WeekClock.SLOTS_A_DAY + slotOfDay) * evidence.groups;
  }
}
