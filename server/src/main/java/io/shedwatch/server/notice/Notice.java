package io.shedwatch.server.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * One message on one route.
 *
 * @param notice its id, the same at every attempt
 * @param nextAt when it is tried (again), while it waits
 * @param attempts begun so far
 * @param maybeTwice whether an attempt ended without an answer: the receiver may have had it, and
 *     the next attempt says so in its title
 * @param outcome of the last attempt; empty text before
 */
record Notice(
    String notice,
    String route,
    String routeName,
    NoticeKind kind,
    Message message,
    Instant madeAt,
    Instant nextAt,
    NoticeState state,
    int attempts,
    boolean maybeTwice,
    Optional<Instant> sentAt,
    String outcome) {
  /** A new one, to be sent at once. */
  static Notice of(String id, Route route, NoticeKind kind, Message message, Instant now) {
    return new Notice(
        id,
        route.route(),
        route.name(),
        kind,
        message,
        now,
        now,
        NoticeState.WAITING,
        0,
        false,
        Optional.empty(),
        "");
  }
}
