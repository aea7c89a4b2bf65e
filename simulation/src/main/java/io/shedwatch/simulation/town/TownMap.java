package io.shedwatch.simulation.town;

import java.util.Comparator;
import java.util.List;

/**
 * Where people live and where the sockets are; metres on a plan, distances straight.
 *
 * @param reachMetres farther than this nobody walks
 * @param reachSheds nobody tries more sheds than this
 */
public record TownMap(
    List<House> houses, List<ShedSite> sheds, double reachMetres, int reachSheds) {
  public TownMap {
    houses = List.copyOf(houses);
    sheds = List.copyOf(sheds);
  }

  /** A building with its households. */
  public record House(String building, int households, double x, double y) {}

  /** A shed with sockets 1..{@code sockets}. */
  public record ShedSite(String shed, int sockets, double x, double y) {}

  /** Indexes of the sheds that people of this house try, nearest first. */
  public List<Integer> shedsInReach(House house) {
    return java.util.stream.IntStream.range(0, sheds.size())
        .boxed()
        .filter(shed -> metres(house, sheds.get(shed)) <= reachMetres)
        .sorted(Comparator.comparingDouble(shed -> metres(house, sheds.get(shed))))
        .limit(reachSheds)
        .toList();
  }

  private static double metres(House house, ShedSite shed) {
    return Math.hypot(house.x() - shed.x(), house.y() - shed.y());
  }
}
