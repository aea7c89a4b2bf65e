package io.shedwatch.server.wish;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Usage;
import io.shedwatch.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is told of a free socket, and when. */
final class WaitingLineTest {
  private static final Duration HOLD = Duration.ofMinutes(5);

  private final Estate estate = new Estate(3, 4);
  private List<FreeWish> line = new ArrayList<>();

  private void asks(int number, int minute, int... sheds) {
    line.add(Estate.wish(number, minute, sheds));
  }

  /** All stages in the order of asking, as {@code waiting s01-3 lapsed}. */
  private String look(int minute) {
    line = new ArrayList<>(WaitingLine.next(line, estate.sockets(), Estate.minute(minute), HOLD));
    return String.join(" ", line.stream().map(WaitingLineTest::said).toList());
  }

  private static String said(FreeWish wish) {
    return wish.stage() == FreeWish.Stage.OFFERED
        ? wish.offer()
            .map(offer -> offer.place().shed() + "-" + offer.place().socket())
            .orElseThrow()
        : wish.stage().word();
  }

  @Test
  void whoAskedFirstIsToldFirstAndOneSocketIsOneNotice() {
    asks(2, 1, 1);
    asks(1, 0, 1);
    assertThat(look(2)).isEqualTo("waiting waiting");
    estate.set(1, 3, Usage.FREE);
    assertThat(look(3)).isEqualTo("s01-3 waiting");
    assertThat(look(4)).isEqualTo("s01-3 waiting");
  }

  @Test
  void theNextIsToldWhenNobodyCameInTimeAndItIsStillFree() {
    asks(1, 0, 1);
    asks(2, 0, 1);
    estate.set(1, 3, Usage.FREE);
    look(1);
    assertThat(look(5)).isEqualTo("s01-3 waiting");
    assertThat(look(6)).isEqualTo("lapsed s01-3");
    assertThat(look(11)).isEqualTo("lapsed lapsed");
  }

  @Test
  void aSocketThatWasTakenIsTakenFromNobodyElse() {
    asks(1, 0, 1);
    asks(2, 0, 1);
    estate.set(1, 3, Usage.FREE);
    look(1);
    estate.set(1, 3, Usage.CHARGING);
    assertThat(look(2)).isEqualTo("taken waiting");
    estate.set(1, 4, Usage.FREE);
    assertThat(look(3)).isEqualTo("taken s01-4");
  }

  @Test
  void theNearestShedComesFirstAndShedsOfOthersAreNotOffered() {
    asks(1, 0, 2, 1);
    asks(2, 0, 3);
    estate.set(1, 1, Usage.FREE).set(2, 4, Usage.FREE);
    assertThat(look(1)).isEqualTo("s02-4 waiting");
  }

  @Test
  void twoFreeSocketsAreTwoNotices() {
    asks(1, 0, 1);
    asks(2, 0, 1);
    asks(3, 0, 1);
    estate.set(1, 2, Usage.FREE).set(1, 4, Usage.FREE);
    assertThat(look(1)).isEqualTo("s01-2 s01-4 waiting");
  }

  @Test
  void aWishEndsUntoldAfterItsTimeButAnOfferMayBeUsedUp() {
    asks(1, 0, 1);
    asks(2, 0, 2);
    assertThat(look(179)).isEqualTo("waiting waiting");
    estate.set(1, 1, Usage.FREE);
    look(179);
    assertThat(look(181)).isEqualTo("s01-1 expired");
    estate.set(2, 1, Usage.FREE);
    assertThat(look(182)).isEqualTo("s01-1 expired");
  }

  @Test
  void aSilentShedOffersNothingAndNeitherDoesOneThatIsOut() {
    asks(1, 0, 1);
    estate.set(1, 1, Usage.FREE).silent.add(Estate.shed(1));
    assertThat(look(1)).isEqualTo("waiting");
    estate.silent.clear();
    estate.out.add(Estate.shed(1));
    assertThat(look(2)).isEqualTo("waiting");
    estate.out.clear();
    assertThat(look(3)).isEqualTo("s01-1");
  }

  @Test
  void whoIsOnTheWayKeepsTheSocketOfAShedThatFellSilentAndTheNextIsNotToldOfIt() {
    asks(1, 0, 1);
    asks(2, 0, 1);
    estate.set(1, 1, Usage.FREE);
    look(1);
    estate.silent.add(Estate.shed(1));
    assertThat(look(2)).isEqualTo("s01-1 waiting");
    assertThat(look(6)).isEqualTo("lapsed waiting");
  }

  @Test
  void onlySocketsThatAreFreeAreOffered() {
    asks(1, 0, 1);
    for (Usage usage : Usage.values()) {
      if (usage != Usage.FREE) {
        estate.set(1, 1, usage);
        assertThat(look(1)).as(usage.word()).isEqualTo("waiting");
      }
    }
  }

  @Test
  void thePlaceInTheLineCountsThoseBeforeWhoWantTheSameSheds() {
    asks(1, 0, 1, 2);
    asks(2, 0, 3);
    asks(3, 0, 2);
    look(1);
    assertThat(line.stream().map(wish -> WaitingLine.place(wish, line))).containsExactly(1, 1, 2);
    assertThat(WaitingLine.waitFor(Estate.shed(2), line)).isTrue();
    estate.set(2, 1, Usage.FREE);
    look(2);
    assertThat(WaitingLine.place(line.get(2), line)).isEqualTo(1);
  }

  /** Any town, any order: a socket has one holder, a resident one notice, and nobody is passed. */
  @Seeds
  void nobodyIsPassedNobodyIsToldTwiceAndNoSocketIsPromisedTwice(long seed) {
    Random random = new Random(seed);
    Map<String, Integer> notices = new HashMap<>();
    int asked = 0;
    for (int minute = 0; minute < 400; minute++) {
      for (int i = random.nextInt(3); i > 0; i--) {
        stir(random);
      }
      if (random.nextInt(4) == 0) {
        int first = 1 + random.nextInt(3);
        line.add(Estate.wish(++asked, minute, first, 1 + first % 3));
      }
      Map<String, FreeWish.Stage> before = new HashMap<>();
      line.forEach(wish -> before.put(wish.token(), wish.stage()));
      look(minute);
      check(before, Estate.minute(minute), notices);
    }
    assertThat(notices.values()).allMatch(count -> count == 1);
    assertThat(notices).as("somebody was told").isNotEmpty();
  }

  private void stir(Random random) {
    Usage[] some = {Usage.FREE, Usage.CHARGING, Usage.CHARGING, Usage.FINISHED, Usage.UNKNOWN};
    estate.set(1 + random.nextInt(3), 1 + random.nextInt(4), some[random.nextInt(some.length)]);
    if (random.nextInt(10) == 0) {
      estate.silent.clear();
      estate.silent.add(Estate.shed(1 + random.nextInt(3)));
    }
  }

  private void check(
      Map<String, FreeWish.Stage> before, Instant now, Map<String, Integer> notices) {
    Set<Place> held = new HashSet<>();
    Sockets sockets = estate.sockets();
    for (FreeWish wish : line) {
      if (wish.stage() == FreeWish.Stage.OFFERED) {
        FreeWish.Offer offer = wish.offer().orElseThrow();
        assertThat(held.add(offer.place())).as("one holder").isTrue();
        assertThat(offer.until()).isAfter(now);
        if (before.get(wish.token()) == FreeWish.Stage.WAITING) {
          notices.merge(wish.token(), 1, Integer::sum);
          assertThat(sockets.free(offer.place().shed())).contains(offer.place());
          assertThat(wish.sheds()).contains(offer.place().shed());
          assertThat(line)
              .filteredOn(other -> other.waits() && other.number() < wish.number())
              .as("nobody who came earlier would have taken it")
              .noneMatch(other -> other.sheds().contains(offer.place().shed()));
        }
      }
    }
    for (FreeWish wish : line) {
      if (wish.waits()) {
        assertThat(wish.expiresAt()).isAfter(now);
        assertThat(held)
            .as("nobody waits beside a free socket that nobody holds")
            .containsAll(wish.sheds().stream().flatMap(s -> sockets.free(s).stream()).toList());
      }
    }
  }
}
