package io.shedwatch.server.pressure.capacity;

import java.util.List;

/**
 * Who wants a socket.
 *
 * @param groups of buildings
 * @param stays measured; one is drawn for each who comes, of the same part of the day where there
 *     are enough
 */
public record Wanted(List<Group> groups, List<Stayed> stays) {
  public Wanted {
    groups = List.copyOf(groups);
    stays = List.copyOf(stays);
  }

  /**
   * One group.
   *
   * @param sheds indexes of those in reach, the nearest first
   * @param perHour first attempts expected in each of the 168 hours of a week
   */
  public record Group(List<Integer> sheds, List<Double> perHour) {
    public Group {
      sheds = List.copyOf(sheds);
      perHour = List.copyOf(perHour);
    }
  }

  /**
   * How long somebody used a socket.
   *
   * @param hour of the day in which it began
   * @param chargeMinutes until full
   * @param holdMinutes from full until unplugged
   */
  public record Stayed(int hour, double chargeMinutes, double holdMinutes) {}
}
