package io.shedwatch.server.wish;

import io.shedwatch.server.notice.courier.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What follows an attempt to tell. Pure. */
final class CallRule {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private CallRule() {}

  /**
   * What becomes of a phone.
   *
   * @param forgotten whether it is gone: nothing more is told, or the phone takes nothing more
   * @param againAt when to try the same word again; empty: it is told, or not worth it any more
   */
  record After(boolean forgotten, Optional<Instant> againAt) {}

  /**
   * After an attempt.
   *
   * @param attempts with this one
   */
  static After of(Call call, int attempts, Outcome outcome, Instant now) {
    if (outcome instanceof Outcome.Refused) {
      return new After(true, Optional.empty());
    }
    if (outcome instanceof Outcome.Later later) {
      Duration own = pause(attempts);
      Instant again = now.plus(later.pause().compareTo(own) > 0 ? later.pause() : own);
      if (again.isBefore(call.useful())) {
        return new After(false, Optional.of(again));
      }
    }
    return new After(call.what().last(), Optional.empty());
  }

  /** 5, 10, 20 … 300 seconds. */
  private static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
