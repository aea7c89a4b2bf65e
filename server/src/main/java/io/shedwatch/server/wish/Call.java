package io.shedwatch.server.wish;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody is to be told although the page is closed.
 *
 * @param token of the wish
 * @param useful until when it is worth telling
 */
record Call(String token, What what, Place place, Instant useful) {
  /** Who has not moved a bike by then will not hurry any more. */
  private static final Duration MOVE_USEFUL = Duration.ofHours(1);

  /** Stages of wishes that are told; the last two end their wish. */
  enum What {
    OFFERED,
    DONE,
    MOVE,
    STOPPED,
    UNPLUGGED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static What ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean last() {
      return compareTo(MOVE) > 0;
    }

    /** A full bike can wait until its owner looks; nothing else can. */
    boolean urgent() {
      return this != DONE && this != MOVE;
    }
  }

  /** What a wish that came to a new stage tells; empty: nothing, not even what was to be told. */
  static Optional<Call> of(FreeWish wish) {
    return wish.stage() == FreeWish.Stage.OFFERED
        ? wish.offer()
            .map(offer -> new Call(wish.token(), What.OFFERED, offer.place(), offer.until()))
        : Optional.empty();
  }

  /** Likewise. */
  static Optional<Call> of(ChargeWish wish) {
    return switch (wish.stage()) {
      case DONE -> Optional.of(of(wish, What.DONE, wish.expiresAt()));
      case MOVE -> Optional.of(of(wish, What.MOVE, wish.changedAt().plus(MOVE_USEFUL)));
      case STOPPED -> Optional.of(of(wish, What.STOPPED, wish.expiresAt()));
      case UNPLUGGED -> Optional.of(of(wish, What.UNPLUGGED, wish.expiresAt()));
      case WAITING, FULL, MOVED, EXPIRED -> Optional.empty();
    };
  }

  private static Call of(ChargeWish wish, What what, Instant useful) {
    return new Call(wish.token(), what, wish.place(), useful);
  }
}
