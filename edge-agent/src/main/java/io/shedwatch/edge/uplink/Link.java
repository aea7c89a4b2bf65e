package io.shedwatch.edge.uplink;

/**
 * Where one shed's connection stands. Times are monotonic milliseconds in arguments.
 *
 * @param nth counts the connections of the process; events of earlier ones are stale
 * @param failures in a row
 * @param until when waiting: dial then; when dialing or subscribing: give up then
 */
record Link(State state, int nth, int failures, long since, long until) {
  /** The way of a connection. */
  enum State {
    WAITING,
    DIALING,
    SUBSCRIBING,
    OPEN,
    /** Saying goodbye, to dial anew or to end. */
    HANGING_UP,
    /** Ended on purpose. */
    ENDED
  }

  static final long FIRST_WAIT_MILLIS = 1_000;
  static final long MAX_WAIT_MILLIS = 60_000;

  /** A broker or a network that does not answer the TCP, TLS or MQTT greeting. */
  static final long DIAL_MILLIS = 30_000;

  static final long SUBSCRIBE_MILLIS = 15_000;

  static final long HANG_UP_MILLIS = 3_000;

  /** A connection that held so long was a good one: the next failure is the first again. */
  static final long GOOD_MILLIS = 60_000;

  static Link first(long now) {
    return new Link(State.WAITING, 0, 0, now, now);
  }

  boolean isToDial(long now) {
    return state == State.WAITING && now >= until;
  }

  boolean isOverdue(long now) {
    return (state == State.DIALING || state == State.SUBSCRIBING || state == State.HANGING_UP)
        && now >= until;
  }

  boolean isUp() {
    return state == State.SUBSCRIBING || state == State.OPEN;
  }

  Link dialing(long now) {
    return new Link(State.DIALING, nth + 1, failures, now, now + DIAL_MILLIS);
  }

  Link subscribing(long now) {
    return new Link(State.SUBSCRIBING, nth, failures, now, now + SUBSCRIBE_MILLIS);
  }

  Link open(long now) {
    return new Link(State.OPEN, nth, failures, now, Long.MAX_VALUE);
  }

  /**
   * The connection broke, or none came about.
   *
   * @param chance 0 to 1: spreads the sheds of a site when the broker comes back
   */
  Link broken(long now, double chance) {
    boolean wasGood = state == State.OPEN && now - since >= GOOD_MILLIS;
    int before = wasGood ? 0 : failures;
    long wait = Math.min(MAX_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.min(before, 6));
    long jittered = (long) (wait * (0.5 + chance));
    return new Link(State.WAITING, nth, before + 1, now, now + jittered);
  }

  Link hangingUp(long now) {
    return new Link(State.HANGING_UP, nth, failures, now, now + HANG_UP_MILLIS);
  }

  /** Hung up on purpose, to say a new birth: dials again at once. */
  Link renewed(long now) {
    return new Link(State.WAITING, nth, 0, now, now);
  }

  Link until(long newUntil) {
    return new Link(state, nth, failures, since, newUntil);
  }

  Link ended(long now) {
    return new Link(State.ENDED, nth, failures, now, Long.MAX_VALUE);
  }
}
