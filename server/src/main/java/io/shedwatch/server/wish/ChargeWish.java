package io.shedwatch.server.wish;

import java.time.Instant;
import java.util.Locale;

/**
 * Somebody wants to be told how the charge at a socket ends.
 *
 * @param token with which the one who asked reads it; says nothing about anybody
 * @param expiresAt until when it lasts
 * @param changedAt since when the stage holds
 */
record ChargeWish(
    String token, Place place, Stage stage, Instant askedAt, Instant expiresAt, Instant changedAt) {

  /** What a wish has come to; the last four are its end. */
  enum Stage {
    WAITING,
    /** Full in the quiet hours: told when they end. */
    FULL,
    /** Full, and told so. */
    DONE,
    /** Full, and told a second time because others wait. */
    MOVE,
    /** It ended early: tripped, faulted or switched off. */
    STOPPED,
    /** The bike was unplugged before it was full. */
    UNPLUGGED,
    /** The full bike is gone. */
    MOVED,
    EXPIRED;

    boolean over() {
      return compareTo(MOVE) > 0;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Stage ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  ChargeWish at(Stage next, Instant now) {
    return new ChargeWish(token, place, next, askedAt, expiresAt, now);
  }
}
