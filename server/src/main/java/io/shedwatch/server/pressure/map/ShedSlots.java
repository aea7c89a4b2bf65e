package io.shedwatch.server.pressure.map;

import java.util.Arrays;

/** One shed, slot by slot: how many sockets are taken, who came, whether it was seen. */
final class ShedSlots {
  /** A shed whose last free socket is taken within a slot had room for half of it, by chance. */
  private static final double FILLED_WITHIN = 0.5;

  final int index;
  final int sockets;
  final int[] taken;
  final int[] arrivals;
  final boolean[] unseen;

  /** How many times as many as its own people alone would come in the slot, see {@link Crowd}. */
  final float[] crowd;

  ShedSlots(int index, int sockets, int slots) {
    this.index = index;
    this.sockets = sockets;
    taken = new int[slots];
    arrivals = new int[slots];
    unseen = new boolean[slots];
    crowd = new float[slots];
    Arrays.fill(crowd, 1);
  }

  void take(int from, int until, int by) {
    for (int slot = from; slot < until; slot++) {
      taken[slot] += by;
    }
  }

  /** Whether there was no room at the slot's beginning. */
  boolean wasFull(int slot) {
    return taken[slot] - arrivals[slot] >= sockets;
  }

  /** Adds who came, and slots with a free socket times their crowd, by hour. */
  void count(int[] hour, double[] came, double[] free) {
    for (int slot = 0; slot < taken.length; slot++) {
      if (!unseen[slot] && !wasFull(slot)) {
        came[hour[slot]] += arrivals[slot];
        free[hour[slot]] += crowd[slot] * (taken[slot] < sockets ? 1 : FILLED_WITHIN);
      }
    }
  }

  /**
   * What a slot says, as a logarithm, of one more socket being free in it.
   *
   * @param usual how many come in it while one is free
   */
  double oneMoreFree(int slot, double usual) {
    int came = arrivals[slot];
    int others = sockets - 1 - taken[slot] + came;
    if (came > 0) {
      double free = Math.max(1, others);
      return came * Math.log(free / (free + 1));
    }
    return others <= 0 && !unseen[slot] ? -usual : 0;
  }
}
