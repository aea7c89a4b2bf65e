package io.shedwatch.server.wish;

import io.shedwatch.contract.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The rule of one's own charge. A charge that ends early is told at once. A full bike is told once,
 * a second time only while others wait for its shed, and neither in the quiet hours: then it waits
 * for the morning.
 *
 * @param move how long after the first word the second one comes at the earliest
 */
record ChargeRule(Duration move, Quiet quiet) {
  /**
   * What becomes of a wish.
   *
   * @param usage of its socket; empty while nobody knows: then nothing changes but expiry
   * @param othersWait whether somebody waits for a socket of that shed
   */
  ChargeWish next(ChargeWish wish, Optional<Usage> usage, boolean othersWait, Instant now) {
    if (wish.stage().over()) {
      return wish;
    }
    if (!wish.expiresAt().isAfter(now)) {
      return wish.at(ChargeWish.Stage.EXPIRED, now);
    }
    if (usage.isEmpty()) {
      return wish;
    }
    boolean full = wish.stage() != ChargeWish.Stage.WAITING;
    return switch (usage.get()) {
      case FREE -> wish.at(full ? ChargeWish.Stage.MOVED : ChargeWish.Stage.UNPLUGGED, now);
      case TRIPPED, FAULTED, DISABLED -> full ? wish : wish.at(ChargeWish.Stage.STOPPED, now);
      case FINISHED -> finished(wish, othersWait, now);
      case CHARGING, UNKNOWN -> wish;
    };
  }

  private ChargeWish finished(ChargeWish wish, boolean othersWait, Instant now) {
    boolean told = wish.stage().compareTo(ChargeWish.Stage.FULL) > 0;
    if (quiet.holds(now)) {
      return wish.stage() == ChargeWish.Stage.WAITING ? wish.at(ChargeWish.Stage.FULL, now) : wish;
    }
    if (!told) {
      return wish.at(ChargeWish.Stage.DONE, now);
    }
    boolean again =
        wish.stage() == ChargeWish.Stage.DONE
            && othersWait
            && !wish.changedAt().plus(move).isAfter(now);
    return again ? wish.at(ChargeWish.Stage.MOVE, now) : wish;
  }
}
