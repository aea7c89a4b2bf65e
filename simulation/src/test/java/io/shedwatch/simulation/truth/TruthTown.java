package io.shedwatch.simulation.truth;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some weeks of a town: what its sheds saw, and what nobody saw.
 *
 * @param sessions in the order of their start
 * @param turnedAway first attempts that found all sheds in reach full; attempts within 12 h of a
 *     counted one are not counted again
 * @param outages times in which a shed told nothing; its sessions of that time are missing
 */
record TruthTown(
    Layout layout,
    long from,
    long until,
    List<Charged> sessions,
    List<TurnedAway> turnedAway,
    List<Outage> outages) {

  /** A bike in a socket: charging until {@code full}, there until {@code gone}. */
  record Charged(int shed, int socket, long at, long full, long gone) {}

  record TurnedAway(long at, int building) {}

  record Outage(int shed, long from, long until) {}

  /**
   * A building.
   *
   * @param weight its people's demand per household against the town's mean
   * @param bikes 0 where nobody has counted them
   */
  record House(int households, double x, double y, double weight, int bikes) {}

  record Stand(int sockets, double x, double y) {}

  /** Where everything is; metres. */
  record Layout(List<House> houses, List<Stand> stands) {
    private static final double REACH_METRES = 150;
    private static final int REACH_SHEDS = 3;

    /** Sheds that people of a building walk to, the nearest first. */
    List<Integer> inReach(int house) {
      House here = houses.get(house);
      return IntStream.range(0, stands.size())
          .boxed()
          .filter(stand -> metres(here, stands.get(stand)) <= REACH_METRES)
          .sorted(Comparator.comparingDouble(stand -> metres(here, stands.get(stand))))
          .limit(REACH_SHEDS)
          .toList();
    }

    private static double metres(House house, Stand stand) {
      return Math.hypot(house.x() - stand.x(), house.y() - stand.y());
    }
  }

  /** Turned away by building. */
  int[] byBuilding() {
    int[] count = new int[layout.houses().size()];
    turnedAway.forEach(one -> count[one.building()]++);
    return count;
  }
}
