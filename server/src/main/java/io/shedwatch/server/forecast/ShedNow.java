package io.shedwatch.server.forecast;

import java.util.List;

/**
 * One believed shed at a moment, as the forecast needs it.
 *
 * @param shed its place in the site file
 * @param free sockets that anybody may use now
 * @param finished since when each full bike has been full, epoch milliseconds
 * @param charging the bikes that charge
 */
public record ShedNow(int shed, int free, List<Long> finished, List<Charging> charging) {
  /** A socket with a charge under way, and what is expected of it. */
  public record Charging(int socket, Remaining remaining) {}

  /** Where and when a charge is looked at, and below what it is full there, W. */
  public record Moment(int shed, double fullWatts, long now) {}

  /** A charge under way with what is expected of it. */
  public static Charging charging(int socket, Charge charge, Past past, Moment moment) {
    return new Charging(
        socket,
        FinishRule.remaining(charge, past, moment.shed(), moment.fullWatts(), moment.now()));
  }
}
