package io.shedwatch.server.wish;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one look changes.
 *
 * @param line all wishes for free sockets as they are from now on, in the order of asking
 * @param free those of them that changed
 * @param charges likewise
 * @param dropped tokens of those whose last word was there to be read long enough
 */
record WishPlan(
    List<FreeWish> line, List<FreeWish> free, List<ChargeWish> charges, List<String> dropped) {
  /** How long the last word can be read: a page may sleep in a pocket meanwhile. */
  static final Duration READABLE = Duration.ofMinutes(30);

  /** All wishes of a site at one moment. */
  record Wishes(List<FreeWish> free, List<ChargeWish> charges) {}

  /** Settles the line first, so that a full bike hears of those who still wait after it. */
  static WishPlan of(Wishes before, Sockets sockets, Instant now, Duration hold, ChargeRule rule) {
    List<FreeWish> line = WaitingLine.next(before.free(), sockets, now, hold);
    List<ChargeWish> charges =
        before.charges().stream()
            .map(
                wish ->
                    rule.next(
                        wish,
                        sockets.usage(wish.place()),
                        WaitingLine.waitFor(wish.place().shed(), line),
                        now))
            .toList();
    Set<FreeWish> knownFree = new HashSet<>(before.free());
    Set<ChargeWish> knownCharges = new HashSet<>(before.charges());
    Instant read = now.minus(READABLE);
    return new WishPlan(
        line,
        line.stream().filter(wish -> !knownFree.contains(wish)).toList(),
        charges.stream().filter(wish -> !knownCharges.contains(wish)).toList(),
        Stream.concat(
                line.stream()
                    .filter(wish -> wish.stage().over() && !wish.changedAt().isAfter(read))
                    .map(FreeWish::token),
                charges.stream()
                    .filter(wish -> wish.stage().over() && !wish.changedAt().isAfter(read))
                    .map(ChargeWish::token))
            .toList());
  }

  boolean isEmpty() {
    return free.isEmpty() && charges.isEmpty() && dropped.isEmpty();
  }
}
