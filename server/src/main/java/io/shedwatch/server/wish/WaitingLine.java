package io.shedwatch.server.wish;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rule of the line: who asked first is told first; a socket is offered to one at a time, and to
 * the next when nobody came in time and it is still free; nobody is told twice.
 */
final class WaitingLine {
  private WaitingLine() {}

  /**
   * What becomes of all wishes of a site.
   *
   * @param before in any order, those that are over too
   * @param hold how long an offered socket is left to one resident
   * @return the same wishes in the order of asking
   */
  static List<FreeWish> next(List<FreeWish> before, Sockets sockets, Instant now, Duration hold) {
    List<FreeWish> after = new ArrayList<>(before.size());
    Set<Place> held = new HashSet<>();
    for (FreeWish wish : before) {
      FreeWish settled = wish.at(settle(wish, sockets, now), now);
      after.add(settled.stage() == wish.stage() ? wish : settled);
      if (settled.stage() == FreeWish.Stage.OFFERED) {
        settled.offer().ifPresent(offer -> held.add(offer.place()));
      }
    }
    after.sort(Comparator.comparingLong(FreeWish::number));
    after.replaceAll(
        wish ->
            firstFree(wish, sockets, held)
                .map(place -> wish.offered(new FreeWish.Offer(place, now.plus(hold)), now))
                .orElse(wish));
    return after;
  }

  /** Without a new offer. A shed that fell silent withdraws nothing: the resident is on the way. */
  private static FreeWish.Stage settle(FreeWish wish, Sockets sockets, Instant now) {
    if (wish.waits()) {
      return wish.expiresAt().isAfter(now) ? FreeWish.Stage.WAITING : FreeWish.Stage.EXPIRED;
    }
    if (wish.stage() != FreeWish.Stage.OFFERED || wish.offer().isEmpty()) {
      return wish.stage();
    }
    FreeWish.Offer offer = wish.offer().get();
    if (sockets.usage(offer.place()).filter(usage -> usage != Usage.FREE).isPresent()) {
      return FreeWish.Stage.TAKEN;
    }
    return offer.until().isAfter(now) ? FreeWish.Stage.OFFERED : FreeWish.Stage.LAPSED;
  }

  /** The nearest socket for one who waits; it is held from then on. */
  private static Optional<Place> firstFree(FreeWish wish, Sockets sockets, Set<Place> held) {
    if (!wish.waits()) {
      return Optional.empty();
    }
    return wish.sheds().stream()
        .flatMap(shed -> sockets.free(shed).stream())
        .filter(held::add)
        .findFirst();
  }

  /** The place in the line, from 1: one more than those before it who wait for the same sheds. */
  static int place(FreeWish wish, List<FreeWish> all) {
    return 1
        + (int)
            all.stream()
                .filter(FreeWish::waits)
                .filter(other -> other.number() < wish.number() && other.rivals(wish))
                .count();
  }

  /** Whether anybody waits for a socket of that shed. */
  static boolean waitFor(ShedId shed, List<FreeWish> all) {
    return all.stream().anyMatch(wish -> wish.waits() && wish.sheds().contains(shed));
  }
}
