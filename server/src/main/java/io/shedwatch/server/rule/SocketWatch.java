package io.shedwatch.server.rule;

import io.shedwatch.contract.Usage;

/**
 * What the rules know of one socket. Times are epoch milliseconds at the place; 0: never.
 *
 * @param usageSince since when the usage holds
 * @param at of the newest reading
 * @param watts of the newest reading that measured any
 */
public record SocketWatch(
    Usage usage,
    long usageSince,
    long at,
    double watts,
    NotACharger.State notACharger,
    SharedSocket.State sharedSocket,
    LongCharge.State longCharge,
    Hold idleOccupied) {
  public static final SocketWatch NONE =
      new SocketWatch(
          Usage.UNKNOWN,
          0,
          0,
          Double.NaN,
          NotACharger.State.NONE,
          SharedSocket.State.NONE,
          LongCharge.State.NONE,
          Hold.IDLE);

  /** A socket in use is told every 60 s: after two that are missing nothing is believed. */
  private static final long IN_USE_HELD_MILLIS = 150_000;

  /** Others are told every 300 s. */
  private static final long IDLE_HELD_MILLIS = 330_000;

  /** Up to when the newest reading may be believed to hold. */
  long heldUntil() {
    boolean inUse = usage == Usage.CHARGING || usage == Usage.FINISHED;
    return at + (inUse ? IN_USE_HELD_MILLIS : IDLE_HELD_MILLIS);
  }

  SocketWatch saw(Seen seen) {
    boolean same = at != 0 && seen.usage() == usage;
    return new SocketWatch(
        seen.usage(),
        same ? usageSince : seen.at(),
        seen.at(),
        Double.isNaN(seen.watts()) ? watts : seen.watts(),
        notACharger,
        sharedSocket,
        longCharge,
        idleOccupied);
  }

  SocketWatch with(NotACharger.State next) {
    return new SocketWatch(
        usage, usageSince, at, watts, next, sharedSocket, longCharge, idleOccupied);
  }

  SocketWatch with(SharedSocket.State next) {
    return new SocketWatch(
        usage, usageSince, at, watts, notACharger, next, longCharge, idleOccupied);
  }

  SocketWatch with(LongCharge.State next) {
    return new SocketWatch(
        usage, usageSince, at, watts, notACharger, sharedSocket, next, idleOccupied);
  }

  SocketWatch withIdle(Hold next) {
    return new SocketWatch(
        usage, usageSince, at, watts, notACharger, sharedSocket, longCharge, next);
  }
}
