package io.shedwatch.server.pressure.map;

/** One shed, slot by slot: how many sockets are taken, who came, whether it was seen. */
final class ShedSlots {
  final int index;
  final int sockets;
  final int[] taken;
  final int[] arrivals;
  final boolean[] unseen;

  ShedSlots(int index, int sockets, int slots) {
    this.index = index;
    this.sockets = sockets;
    taken = new int[slots];
    arrivals = new int[slots];
    unseen = new boolean[slots];
  }

  void take(int from, int until, int by) {
    for (int slot = from; slot < until; slot++) {
      taken[slot] += by;
    }
  }

  /** Adds who came, and slots with a free socket, by hour. */
  void count(int[] hour, double[] came, double[] free) {
    for (int slot = 0; slot < taken.length; slot++) {
      if (!unseen[slot] && taken[slot] - arrivals[slot] < sockets) {
        came[hour[slot]] += arrivals[slot];
        free[hour[slot]]++;
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
