package io.shedwatch.server.session;

import io.shedwatch.contract.ShedAddress;
import java.util.Optional;

/**
 * One charging session, from plugging in to unplugging. Times are epoch milliseconds at the place.
 *
 * @param session site, shed, socket, boot and seq of the reading that started it
 * @param finishedAt when it was full; 0: not yet, or not at all
 * @param endedAt when it was unplugged or its power was taken for good; 0: under way
 * @param wattHours energy since {@code startedAt}, Wh
 * @param peakWatts highest reading, W; 0 where power is not measured
 * @param stopReason why the power ended; a session that was cut when full has one before it ends
 */
public record Session(
    String session,
    ShedAddress shed,
    int socket,
    long startedAt,
    long finishedAt,
    long endedAt,
    double wattHours,
    double peakWatts,
    Optional<StopReason> stopReason) {

  static Session started(Sample sample, double wattHours) {
    String id =
        sample.shed().site()
            + "-"
            + sample.shed().shed()
            + "-"
            + sample.reading().socket()
            + "-"
            + sample.boot()
            + "-"
            + sample.seq();
    return new Session(
        id,
        sample.shed(),
        sample.reading().socket(),
        sample.at(),
        0,
        0,
        wattHours,
        peak(0, sample.reading().watts()),
        Optional.empty());
  }

  Session measured(double moreWattHours, double watts) {
    return new Session(
        session,
        shed,
        socket,
        startedAt,
        finishedAt,
        endedAt,
        wattHours + moreWattHours,
        peak(peakWatts, watts),
        stopReason);
  }

  Session startedEarlier(long at) {
    return new Session(
        session, shed, socket, at, finishedAt, endedAt, wattHours, peakWatts, stopReason);
  }

  Session finished(long at) {
    long notBeforeStart = at == 0 ? 0 : Math.max(startedAt, at);
    return new Session(
        session,
        shed,
        socket,
        startedAt,
        notBeforeStart,
        endedAt,
        wattHours,
        peakWatts,
        stopReason);
  }

  Session stopped(Optional<StopReason> reason) {
    return new Session(
        session, shed, socket, startedAt, finishedAt, endedAt, wattHours, peakWatts, reason);
  }

  Session ended(long at, StopReason reason) {
    return new Session(
        session,
        shed,
        socket,
        startedAt,
        finishedAt,
        Math.max(startedAt, at),
        wattHours,
        peakWatts,
        stopReason.or(() -> Optional.of(reason)));
  }

  private static double peak(double before, double watts) {
    return watts > before ? watts : before;
  }
}
