package io.shedwatch.server.notice;

import io.shedwatch.server.notice.courier.Outcome;
import java.time.Duration;
import java.time.Instant;

/**
 * What becomes of a notice after an attempt. Pure.
 *
 * @param nextAt when to try again, where it is waiting
 */
record Fate(NoticeState state, Instant nextAt, boolean maybeTwice) {
  /** What is refused may be set right within minutes: a robot's key, an address. */
  private static final int MOST_REFUSALS = 3;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** After an attempt ended with an outcome. */
  static Fate of(NoticeRules rules, Tried tried, Outcome outcome, Instant now) {
    if (outcome instanceof Outcome.Delivered) {
      return new Fate(NoticeState.SENT, now, false);
    }
    boolean maybe = outcome instanceof Outcome.Later later && later.maybeDelivered();
    boolean refused = outcome instanceof Outcome.Refused && tried.attempts() >= MOST_REFUSALS;
    boolean over = !tried.madeAt().plus(rules.giveUp()).isAfter(now);
    if (refused || over || tried.once()) {
      return new Fate(NoticeState.FAILED, now, maybe);
    }
    Duration asked = outcome instanceof Outcome.Later later ? later.pause() : Duration.ZERO;
    Duration own = pause(tried.attempts());
    return new Fate(NoticeState.WAITING, now.plus(asked.compareTo(own) > 0 ? asked : own), maybe);
  }

  /**
   * What was tried.
   *
   * @param attempts with this one
   * @param once whether a failure is the answer that somebody waits for, as with a test message
   */
  record Tried(int attempts, Instant madeAt, boolean once) {}

  /** 5, 10, 20 … 300 seconds. */
  static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
