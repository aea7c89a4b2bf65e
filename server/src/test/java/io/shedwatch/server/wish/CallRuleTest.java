package io.shedwatch.server.wish;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.notice.Language;
import io.shedwatch.server.notice.courier.Outcome;
import io.shedwatch.server.site.FileSite;
import io.shedwatch.server.site.SiteSettings;
import io.shedwatch.server.wish.phone.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a closed phone is told, in which words, and what follows an attempt. */
final class CallRuleTest {
  private static final Instant NOW = Estate.START;
  private static final Place PLACE = new Place(Estate.shed(7), 3);
  private static final CallRule.After TOLD = new CallRule.After(false, Optional.empty());
  private static final CallRule.After FORGOTTEN = new CallRule.After(true, Optional.empty());

  private static ChargeWish charge(ChargeWish.Stage stage) {
    Instant asked = NOW.minus(Duration.ofHours(2));
    return new ChargeWish("c1", PLACE, stage, asked, asked.plus(Duration.ofDays(1)), NOW);
  }

  private static Call call(Call.What what, Duration useful) {
    return new Call("t".repeat(32), what, PLACE, NOW.plus(useful));
  }

  private static Optional<Instant> againAt(int attempts, Outcome outcome) {
    Call call = call(Call.What.OFFERED, Duration.ofMinutes(5));
    return CallRule.of(call, attempts, outcome, NOW).againAt();
  }

  @ParameterizedTest
  @CsvSource({
    "WAITING,,",
    "FULL,,",
    "DONE, DONE, 22",
    "MOVE, MOVE, 1",
    "STOPPED, STOPPED, 22",
    "UNPLUGGED, UNPLUGGED, 22",
    "MOVED,,",
    "EXPIRED,,"
  })
  void aPhoneIsToldWhatThePageWouldCallOutAsLongAsItIsOfUse(
      ChargeWish.Stage stage, Call.What what, Integer hours) {
    assertThat(Call.of(charge(stage)))
        .isEqualTo(
            Optional.ofNullable(what)
                .map(told -> new Call("c1", told, PLACE, NOW.plus(Duration.ofHours(hours)))));
  }

  @ParameterizedTest
  @EnumSource(FreeWish.Stage.class)
  void anOfferIsToldWhileTheSocketIsLeftToThatPhone(FreeWish.Stage stage) {
    Instant until = NOW.plusSeconds(300);
    FreeWish wish = Estate.wish(1, 0, 7).offered(new FreeWish.Offer(PLACE, until), NOW);
    assertThat(Call.of(wish.at(stage, NOW)))
        .isEqualTo(
            stage == FreeWish.Stage.OFFERED
                ? Optional.of(new Call("wish-1", Call.What.OFFERED, PLACE, until))
                : Optional.empty());
  }

  @Test
  void aPhoneThatTookItsLastWordOrIsGoneIsForgotten() {
    Outcome done = new Outcome.Delivered("");
    for (Call.What what : Call.What.values()) {
      boolean last = what == Call.What.STOPPED || what == Call.What.UNPLUGGED;
      Call call = call(what, Duration.ofHours(1));
      assertThat(CallRule.of(call, 1, done, NOW)).isEqualTo(last ? FORGOTTEN : TOLD);
      assertThat(CallRule.of(call, 1, new Outcome.Refused(""), NOW)).isEqualTo(FORGOTTEN);
    }
  }

  @Test
  void whatFailedIsTriedAgainMoreAndMoreRarelyAndAsLateAsTheServiceAsks() {
    assertThat(againAt(1, Outcome.later(""))).hasValue(NOW.plusSeconds(5));
    assertThat(againAt(3, Outcome.later(""))).hasValue(NOW.plusSeconds(20));
    Outcome asked = new Outcome.Later("", Duration.ofSeconds(90), false);
    assertThat(againAt(1, asked)).hasValue(NOW.plusSeconds(90));
    Call day = call(Call.What.DONE, Duration.ofDays(1));
    assertThat(CallRule.of(day, 60, Outcome.later(""), NOW).againAt())
        .hasValue(NOW.plusSeconds(300));
  }

  @Test
  void afterItsTimeAWordIsGivenUp() {
    assertThat(againAt(7, Outcome.later(""))).as("320 s is later than the offer").isEmpty();
    Call stopped = call(Call.What.STOPPED, Duration.ofSeconds(5));
    assertThat(CallRule.of(stopped, 1, Outcome.later(""), NOW)).isEqualTo(FORGOTTEN);
    Call move = call(Call.What.MOVE, Duration.ofSeconds(5));
    assertThat(CallRule.of(move, 1, Outcome.later(""), NOW)).isEqualTo(TOLD);
  }

  @Test
  void theWordsSayWhereAndWhatToDoInTheLanguageOfThePage() {
    CallWords words = new CallWords(FileSite.load(new SiteSettings(Optional.empty())));
    Call offered = call(Call.What.OFFERED, Duration.ofMinutes(5));
    Word zh = words.of(offered, Language.ZH, NOW);
    assertThat(zh.title()).isEqualTo("7号车棚 3 号插座空出来了");
    assertThat(zh.body()).isEqualTo("请尽快去，19:05 前不会再叫别人。");
    assertThat(zh.useful()).isEqualTo(Duration.ofMinutes(5));
    assertThat(zh.urgent()).isTrue();
    assertThat(words.of(offered, Language.EN, NOW).title())
        .isEqualTo("Free now: socket 3 of Shed 7");
    Word done = words.of(call(Call.What.DONE, Duration.ofHours(9)), Language.ZH, NOW);
    assertThat(done.title() + done.body()).isEqualTo("您的车充满了7号车棚 3 号插座，请及时挪车。");
    assertThat(done.urgent()).isFalse();
    assertThat(done.topic()).isEqualTo(zh.topic()).hasSize(32).matches("[\\w-]+");
    assertThat(done.topic()).doesNotContain("tttt");
    assertThat(done.tag()).isNotEqualTo(zh.tag());
  }
}
