package io.shedwatch.server.wish;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WishPlanTest {
  private static final Duration HOLD = Duration.ofMinutes(5);
  private static final ChargeRule RULE =
      new ChargeRule(Duration.ofMinutes(15), new Quiet(22, 7, ZoneId.of("Asia/Shanghai")));

  private final Estate estate = new Estate(1, 2);

  private WishPlan look(List<FreeWish> line, List<ChargeWish> charges, Instant now) {
    return WishPlan.of(new WishPlan.Wishes(line, charges), estate.sockets(), now, HOLD, RULE);
  }

  private static ChargeWish charge() {
    return new ChargeWish(
        "charge-1",
        new Place(Estate.shed(1), 2),
        ChargeWish.Stage.WAITING,
        Estate.START,
        Estate.minute(24 * 60),
        Estate.START);
  }

  @Test
  void aLookAtWhatDidNotChangeChangesNothing() {
    assertThat(look(List.of(Estate.wish(1, 0, 1)), List.of(charge()), Estate.minute(1)).isEmpty())
        .isTrue();
  }

  @Test
  void aLastWordIsReadableForHalfAnHourAndThenNothingIsLeft() {
    estate.set(1, 2, Usage.FREE);
    WishPlan over = look(List.of(Estate.wish(1, -181, 1)), List.of(charge()), Estate.minute(0));
    assertThat(over.free()).hasSize(1);
    assertThat(over.charges()).hasSize(1);
    assertThat(look(over.line(), over.charges(), Estate.minute(29)).isEmpty()).isTrue();
    assertThat(look(over.line(), over.charges(), Estate.minute(30)).dropped())
        .containsExactly("wish-1", "charge-1");
  }

  @Test
  void aFullBikeIsNudgedForThoseWhoStillWaitAfterTheFreeSocketsWereGivenOut() {
    estate.set(1, 2, Usage.FINISHED);
    List<ChargeWish> done = look(List.of(), List.of(charge()), Estate.minute(1)).charges();
    assertThat(done.get(0).stage()).isEqualTo(ChargeWish.Stage.DONE);
    estate.set(1, 1, Usage.FREE);
    List<FreeWish> one = List.of(Estate.wish(1, 2, 1));
    assertThat(look(one, done, Estate.minute(20)).charges()).isEmpty();
    List<FreeWish> two = List.of(Estate.wish(1, 2, 1), Estate.wish(2, 3, 1));
    assertThat(look(two, done, Estate.minute(20)).charges())
        .singleElement()
        .extracting(ChargeWish::stage)
        .isEqualTo(ChargeWish.Stage.MOVE);
  }
}
