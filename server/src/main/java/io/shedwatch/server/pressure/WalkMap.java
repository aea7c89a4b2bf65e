package io.shedwatch.server.pressure;

import java.util.ArrayList;
import java.util.List;

/**
 * Who can walk where. Buildings with the same sheds in the same order of distance cannot be told
 * apart by anything that sheds see; they are one group.
 *
 * @param groups in the order in which their first building was given
 * @param sockets of each shed
 */
public record WalkMap(List<Group> groups, List<Integer> sockets) {
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
   */
  public record Group(List<Integer> buildings, double households, List<Integer> sheds) {
    public Group {
      buildings = List.copyOf(buildings);
      sheds = List.copyOf(sheds);
      if (sheds.isEmpty()) {
        throw new IllegalArgumentException("a group without a shed in reach");
      }
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
