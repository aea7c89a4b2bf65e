package io.shedwatch.server.live;

/**
 * When news of one shed goes out to one audience: at once when something that people count changed
 * (usage, state, relay, maintenance), else at most once a gap. Pure; times are monotonic
 * nanoseconds.
 *
 * @param shown what was shown last, as a text to compare
 * @param sentAt when it was sent
 * @param waiting whether something newer waits for the gap to pass
 */
record NewsPace(String shown, long sentAt, boolean waiting) {

  /** The next pace, and whether to send now. */
  record Step(NewsPace next, boolean send) {}

  /**
   * @param now what would be shown now
   * @param touched whether anything was heard of the shed since the last step
   */
  Step step(String now, boolean touched, long nanos, long gapNanos) {
    boolean pending = waiting || touched;
    boolean send = !now.equals(shown) || (pending && nanos - sentAt >= gapNanos);
    return send
        ? new Step(new NewsPace(now, nanos, false), true)
        : new Step(new NewsPace(shown, sentAt, pending), false);
  }
}
