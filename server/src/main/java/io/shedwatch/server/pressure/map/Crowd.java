package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.WalkMap;
import java.util.Arrays;
import java.util.List;

/**
 * How many times as many as its own people alone come to a shed in a slot, because nearer sheds are
 * full: households whose nearest free shed it is, over those whose nearest it is. Without it a shed
 * that fills because its neighbour is full looks as if it filled on another day.
 */
final class Crowd {
  private final WalkMap map;
  private final double[] own;

  Crowd(WalkMap map) {
    this.map = map;
    own = new double[map.sockets().size()];
    Arrays.fill(own, 1); // A shed that is nobody's nearest has a number to divide by.
    map.groups().forEach(group -> own[group.sheds().get(0)] += group.households());
  }

  /** Sets {@link ShedSlots#crowd} to what taken sockets say. */
  void gather(List<ShedSlots> sheds) {
    sheds.forEach(shed -> Arrays.fill(shed.crowd, 1));
    for (WalkMap.Group group : map.groups()) {
      for (int i = 0; i + 1 < group.sheds().size(); i++) {
        int next = group.sheds().get(i + 1);
        double more = group.households() / own[next];
        List<Integer> nearer = group.sheds().subList(0, i + 1);
        ShedSlots shed = sheds.get(next);
        for (int slot = 0; slot < shed.crowd.length; slot++) {
          if (allFull(sheds, nearer, slot)) {
            shed.crowd[slot] += (float) more;
          }
        }
      }
    }
  }

  private static boolean allFull(List<ShedSlots> sheds, List<Integer> some, int slot) {
    for (int shed : some) {
      if (!sheds.get(shed).wasFull(slot)) {
        return false;
      }
    }
    return true;
  }
}
