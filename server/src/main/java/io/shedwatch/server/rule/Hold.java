package io.shedwatch.server.rule;

/**
 * A condition with its delays. Raise and clear happen at the moment when the delay is over, however
 * late somebody looks. Times are epoch milliseconds; 0: not.
 *
 * @param trueSince since when the condition holds, kept while the alert is raised
 * @param raisedAt when the alert was raised
 * @param falseSince since when the condition of a raised alert is gone
 */
public record Hold(long trueSince, long raisedAt, long falseSince) {
  public static final Hold IDLE = new Hold(0, 0, 0);

  /** What happened. */
  public enum Change {
    NONE,
    RAISED,
    CLEARED
  }

  /**
   * A step.
   *
   * @param raisedAt of the alert that the change is about
   * @param at when the change happened
   */
  public record Turn(Hold next, Change change, long raisedAt, long at) {}

  public boolean isRaised() {
    return raisedAt != 0;
  }

  /** Whether time alone may still raise it. */
  boolean isPending() {
    return raisedAt == 0 && trueSince != 0;
  }

  /** Whether time alone may raise or clear it. */
  boolean isTimed() {
    return raisedAt == 0 ? trueSince != 0 : falseSince != 0;
  }

  /** Time went on up to {@code now}, and what was seen last held all the while. */
  Turn pass(long now, Timing timing) {
    return pass(now, now, timing);
  }

  /**
   * Time went on.
   *
   * @param heldUntil up to then what was seen last may be believed to have held
   */
  Turn pass(long now, long heldUntil, Timing timing) {
    if (isPending() && Math.min(now, heldUntil) - trueSince >= timing.onDelayMillis()) {
      long at = trueSince + timing.onDelayMillis();
      return new Turn(new Hold(trueSince, at, 0), Change.RAISED, at, at);
    }
    if (isRaised() && falseSince != 0 && now - falseSince >= timing.offDelayMillis()) {
      return new Turn(IDLE, Change.CLEARED, raisedAt, falseSince + timing.offDelayMillis());
    }
    return new Turn(this, Change.NONE, raisedAt, now);
  }

  /** The condition was looked at; {@link #pass} was called for the same moment before. */
  Turn see(boolean condition, long at, Timing timing) {
    if (condition) {
      return new Hold(trueSince == 0 ? at : trueSince, raisedAt, 0).pass(at, timing);
    }
    if (!isRaised()) {
      return new Turn(IDLE, Change.NONE, 0, at);
    }
    return new Hold(trueSince, raisedAt, falseSince == 0 ? at : falseSince).pass(at, timing);
  }

  /** Raises a pending one at once: a stronger sign has come. */
  Turn raiseNow(long at) {
    return new Turn(new Hold(trueSince, at, 0), Change.RAISED, at, at);
  }

  /** Nobody knows what happened meanwhile: what was pending begins anew. */
  Hold unseen() {
    return isRaised() ? this : IDLE;
  }
}
