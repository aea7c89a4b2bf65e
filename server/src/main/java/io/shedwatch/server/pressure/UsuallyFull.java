package io.shedwatch.server.pressure;

/** How often a group finds all its sheds full at a time of the day, where that was seen. */
final class UsuallyFull {
  private final double[] full;
  private final double[] known;

  UsuallyFull(Evidence evidence) {
    full = new double[evidence.groups * WeekClock.SLOTS_A_DAY];
    known = new double[full.length];
    for (int cell = 0; cell < evidence.freeHours.length; cell++) {
      int usual = cell % full.length;
      full[usual] += evidence.blockedHours[cell];
      known[usual] += evidence.blockedHours[cell] + evidence.freeHours[cell];
    }
  }

  /** Who of so many find nothing in a cell; nobody where it was never seen at that time. */
  double of(int cell, double many) {
    int usual = cell % full.length;
    return known[usual] > 0 ? many * full[usual] / known[usual] : 0;
  }
}
