package io.shedwatch.server.export;

import java.time.Instant;
import java.util.List;

/**
 * Who was turned away in a month: estimates. Whoever makes it leaves out what may not be told
 * (groups under ten households, also of the total).
 *
 * @param days of the month that are estimated
 * @param fittedAt when the newest estimate was made
 * @param darkHours in which sheds were not seen, all sheds together
 * @param groups buildings that cannot be told apart, the highest first
 * @param sheds the longest full first
 */
public record TurnedAway(
    int days,
    Instant fittedAt,
    double darkHours,
    Range total,
    List<Group> groups,
    List<Shed> sheds) {
  public TurnedAway {
    groups = List.copyOf(groups);
    sheds = List.copyOf(sheds);
  }

  /** A number and the interval that should hold it nine times out of ten. */
  public record Range(double estimate, double low, double high) {}

  /** One group of buildings. */
  public record Group(List<String> buildings, Range turnedAway) {
    public Group {
      buildings = List.copyOf(buildings);
    }
  }

  /**
   * One shed.
   *
   * @param fullHours in which no socket was free
   * @param arrivals who found a socket
   * @param turnedAway who would have gone there first
   */
  public record Shed(String shed, double fullHours, int arrivals, Range turnedAway) {}
}
