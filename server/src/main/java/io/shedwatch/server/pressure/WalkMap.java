package io.shedwatch.server.pressure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who can walk where. Buildings with the same sheds in the same order of distance cannot be told
 * apart by anything that sheds see; they are one group.
 *
 * @param groups in the order in which their first building was given
 * @param sockets of each shed
 */
public record WalkMap(List<Group> groups, List<Integer> sockets) {
  /** Below so many, places that were measured say nothing but "too few". */
  private static final int ENOUGH_BIKES = 15;

  public WalkMap {
    groups = List.copyOf(groups);
    sockets = List.copyOf(sockets);
  }

  /**
   * Buildings that cannot be told apart.
   *
   * @param buildings indexes in the order of the site file
   * @param households in all of them
   * @param sheds in reach, the nearest first; at least one
   * @param bikes in all of them, where that is known
   */
  public record Group(
      List<Integer> buildings, double households, List<Integer> sheds, Optional<Integer> bikes) {
    public Group {
      buildings = List.copyOf(buildings);
      sheds = List.copyOf(sheds);
      if (sheds.isEmpty()) {
        throw new IllegalArgumentException("a group without a shed in reach");
      }
    }

    /** A group whose bikes nobody has counted. */
    public Group(List<Integer> buildings, double households, List<Integer> sheds) {
      this(buildings, households, sheds, Optional.empty());
    }

    /** Whether no other shed is in reach. */
    boolean alone() {
      return sheds.size() == 1;
    }

    /**
     * Whether too few people use the group's only shed for a number that can be trusted; where
     * nobody has counted the bikes, by households.
     */
    public boolean tooFew() {
      return alone() && bikes.map(Integer::doubleValue).orElse(households) < ENOUGH_BIKES;
    }
  }

  /** For each shed the groups that have it in reach. */
  List<int[]> groupsOfSheds() {
    List<List<Integer>> found = new ArrayList<>();
    sockets.forEach(ignored -> found.add(new ArrayList<>()));
    for (int group = 0; group < groups.size(); group++) {
      for (int shed : groups.get(group).sheds()) {
        found.get(shed).add(group);
      }
    }
    return found.stream().map(list -> list.stream().mapToInt(i -> i).toArray()).toList();
  }
}
