package io.shedwatch.server.pressure.map;

import java.util.List;

/**
 * How taken one shed was over some days, by hour of the day.
 *
 * @param sockets the shed's number of sockets
 * @param hours of hours 0 to 23
 */
public record ShedFill(String shed, int sockets, List<Hour> hours) {
  public ShedFill {
    hours = List.copyOf(hours);
  }

  /**
   * One hour of the day, summed over the days. What is left out was not seen.
   *
   * @param seenMinutes in which the shed was seen
   * @param fullMinutes of those, in which every socket was taken
   * @param freeMinutes free sockets times the minutes that they were free
   */
  public record Hour(double seenMinutes, double fullMinutes, double freeMinutes) {
    public static final Hour NONE = new Hour(0, 0, 0);

    public Hour plus(Hour other) {
      return new Hour(
          seenMinutes + other.seenMinutes,
          fullMinutes + other.fullMinutes,
          freeMinutes + other.freeMinutes);
    }
  }

  /**
   * The sum of some hours.
   *
   * @param toHour excluded
   */
  public Hour between(int fromHour, int toHour) {
    return hours.subList(fromHour, toHour).stream().reduce(Hour.NONE, Hour::plus);
  }
}
