package io.shedwatch.server.wish;

import io.shedwatch.contract.ShedId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody waits for a free socket.
 *
 * @param token with which the one who asked reads it; says nothing about anybody
 * @param number grows with the order of asking
 * @param sheds where to, the first one before all others
 * @param expiresAt until when it waits
 * @param changedAt since when the stage holds
 * @param offer the socket that it was told of, from then on
 */
record FreeWish(
    String token,
    long number,
    List<ShedId> sheds,
    Stage stage,
    Instant askedAt,
    Instant expiresAt,
    Instant changedAt,
    Optional<Offer> offer) {
  FreeWish {
    sheds = List.copyOf(sheds);
  }

  /** What a wish has come to; the last three are its end. */
  enum Stage {
    WAITING,
    /** It was told of a socket, which nobody else is told of meanwhile. */
    OFFERED,
    /** Somebody plugged in there: whoever was told, or another. */
    TAKEN,
    /** Nobody came in time; the socket goes to the next. */
    LAPSED,
    /** None was free for all that time. */
    EXPIRED;

    boolean over() {
      return compareTo(OFFERED) > 0;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Stage ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** A socket, left to one resident until then. */
  record Offer(Place place, Instant until) {}

  FreeWish at(Stage next, Instant now) {
    return new FreeWish(token, number, sheds, next, askedAt, expiresAt, now, offer);
  }

  FreeWish offered(Offer told, Instant now) {
    return new FreeWish(
        token, number, sheds, Stage.OFFERED, askedAt, expiresAt, now, Optional.of(told));
  }

  boolean waits() {
    return stage == Stage.WAITING;
  }

  /** Whether both wait for a shed that either would take. */
  boolean rivals(FreeWish other) {
    return !Collections.disjoint(sheds, other.sheds);
  }
}
