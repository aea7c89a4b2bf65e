package io.shedwatch.server.pressure;

import java.util.function.IntToDoubleFunction;

/** Expected attempts that found nothing, and who of them is expected back when. */
final class Lost {
  /** Shares of people who look again after so many half hours: 20 to 120 min, as habit has it. */
  private static final double[] LOOKS_AGAIN = {0.2, 0.27, 0.27, 0.26};

  private static final double HOUR_MILLIS = 3_600_000.0;

  private final Evidence evidence;
  private final Blocked blocked;

  /** By place in {@link Blocked#cells}: first attempts that found nothing. */
  private final double[] firsts;

  /** The same of all attempts. */
  private final double[] tries;

  /** Repeated attempts per hour. */
  private final double[] retry;

  Lost(Evidence evidence) {
    this.evidence = evidence;
    this.blocked = evidence.blocked();
    firsts = new double[blocked.cells.length];
    tries = new double[firsts.length];
    retry = new double[firsts.length];
  }

  /** First attempts, by place in {@link Blocked#cells}. */
  double[] firsts() {
    return firsts;
  }

  /** Repeated attempts per hour that an arrival's candidate may be. */
  double retryOfCandidate(int candidate) {
    int place = blocked.ofCandidate[candidate];
    return place >= 0 ? retry[place] : 0;
  }

  /**
   * Sets all of them.
   *
   * @param rate first attempts per hour, by cell
   * @param again share of those who found nothing that look again; 0: nobody
   */
  void expect(IntToDoubleFunction rate, double again) {
    for (int place = 0; place < firsts.length; place++) {
      int cell = blocked.cells[place];
      double hours = evidence.blockedHours[cell];
      firsts[place] = hours > 0 ? rate.applyAsDouble(cell) * hours : 0;
      if (again > 0) {
        double back = 0;
        for (int lag = 0; lag < LOOKS_AGAIN.length; lag++) {
          int before = blocked.before[lag][place];
          back += before >= 0 ? LOOKS_AGAIN[lag] * tries[before] : 0;
        }
        int slot = cell / evidence.groups;
        retry[place] =
            again * back * HOUR_MILLIS / (evidence.clock.end(slot) - evidence.clock.start(slot));
        tries[place] = firsts[place] + retry[place] * hours;
      }
    }
  }

  /** Repeated attempts that are expected to find a socket, by day. */
  double[] seenAgain() {
    double[] ofDay = new double[evidence.clock.days()];
    for (int place = 0; place < retry.length; place++) {
      int cell = blocked.cells[place];
      ofDay[evidence.day(cell / evidence.groups)] += retry[place] * evidence.freeHours[cell];
    }
    return ofDay;
  }

  /**
   * First attempts that found nothing, by cell; where it is not known whether the sheds were full,
   * as often as they are at that hour.
   */
  double[] turnedAway(IntToDoubleFunction rate) {
    double[] all = new double[evidence.freeHours.length];
    for (int place = 0; place < firsts.length; place++) {
      all[blocked.cells[place]] = firsts[place];
    }
    UsuallyFull usual = evidence.usuallyFull();
    for (int cell = 0; cell < all.length; cell++) {
      if (evidence.darkHours[cell] > 0) {
        all[cell] += usual.of(cell, rate.applyAsDouble(cell) * evidence.darkHours[cell]);
      }
    }
    return all;
  }
}
