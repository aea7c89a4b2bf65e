package io.shedwatch.server.wish;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the owner of a bike is told, and when not. */
final class ChargeRuleTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final ChargeRule rule =
      new ChargeRule(Duration.ofMinutes(15), new Quiet(22, 7, SHANGHAI));
  private ChargeWish wish =
      new ChargeWish(
          "wish-1",
          new Place(Estate.shed(1), 3),
          ChargeWish.Stage.WAITING,
          at("2026-01-07T19:00"),
          at("2026-01-08T19:00"),
          at("2026-01-07T19:00"));

  private static Instant at(String local) {
    return java.time.LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }

  private String look(String local, Usage usage, boolean othersWait) {
    wish = rule.next(wish, Optional.of(usage), othersWait, at(local));
    return wish.stage().word();
  }

  @ParameterizedTest
  @CsvSource({
    "CHARGING, waiting",
    "FINISHED, done",
    "TRIPPED, stopped",
    "FAULTED, stopped",
    "DISABLED, stopped",
    "FREE, unplugged",
    "UNKNOWN, waiting",
  })
  void anEndIsToldAsWhatItIs(Usage usage, String stage) {
    assertThat(look("2026-01-07T20:00", usage, false)).isEqualTo(stage);
  }

  @Test
  void aFullBikeIsToldOnceAndOnceMoreOnlyWhileOthersWait() {
    assertThat(look("2026-01-07T20:00", Usage.FINISHED, true)).isEqualTo("done");
    assertThat(look("2026-01-07T20:14", Usage.FINISHED, true)).isEqualTo("done");
    assertThat(look("2026-01-07T20:40", Usage.FINISHED, false)).isEqualTo("done");
    assertThat(look("2026-01-07T20:41", Usage.FINISHED, true)).isEqualTo("move");
    Instant told = wish.changedAt();
    look("2026-01-07T21:30", Usage.FINISHED, true);
    assertThat(wish.changedAt()).as("no third time").isEqualTo(told);
    assertThat(look("2026-01-07T21:40", Usage.FREE, true)).isEqualTo("moved");
  }

  @Test
  void atNightAFullBikeWaitsForTheMorningAndIsNotSaidToHaveBeenUnplugged() {
    assertThat(look("2026-01-07T22:00", Usage.FINISHED, true)).isEqualTo("full");
    assertThat(look("2026-01-08T06:59", Usage.FINISHED, true)).isEqualTo("full");
    ChargeWish night = wish;
    assertThat(look("2026-01-08T07:00", Usage.FINISHED, true)).isEqualTo("done");
    assertThat(look("2026-01-08T07:15", Usage.FINISHED, true)).isEqualTo("move");
    wish = night;
    assertThat(look("2026-01-08T06:59", Usage.FREE, true)).isEqualTo("moved");
  }

  @Test
  void nobodyIsNudgedAtNight() {
    look("2026-01-07T21:50", Usage.FINISHED, false);
    assertThat(look("2026-01-07T22:30", Usage.FINISHED, true)).isEqualTo("done");
    assertThat(look("2026-01-08T07:00", Usage.FINISHED, true)).isEqualTo("move");
  }

  @Test
  void aChargeThatStopsEarlyIsToldAtNightToo() {
    assertThat(look("2026-01-08T02:00", Usage.TRIPPED, false)).isEqualTo("stopped");
  }

  @Test
  void aFullBikeWhoseSocketIsCutAfterwardsIsNoNews() {
    look("2026-01-07T20:00", Usage.FINISHED, false);
    assertThat(look("2026-01-07T20:05", Usage.TRIPPED, false)).isEqualTo("done");
  }

  @Test
  void silenceChangesNothingButExpiry() {
    ChargeWish before = wish;
    assertThat(rule.next(before, Optional.empty(), true, at("2026-01-07T23:00"))).isSameAs(before);
    wish = rule.next(before, Optional.empty(), true, at("2026-01-08T19:00"));
    assertThat(wish.stage()).isEqualTo(ChargeWish.Stage.EXPIRED);
    assertThat(look("2026-01-08T19:01", Usage.FINISHED, true)).isEqualTo("expired");
  }

  @ParameterizedTest
  @CsvSource({"22, 7, 21, false", "22, 7, 22, true", "22, 7, 6, true", "22, 7, 7, false"})
  void quietHoursGoOverMidnight(int from, int to, int hour, boolean quiet) {
    Instant then = at(String.format("2026-01-07T%02d:30", hour));
    assertThat(new Quiet(from, to, SHANGHAI).holds(then)).isEqualTo(quiet);
  }

  @Test
  void equalHoursAreNoQuietHours() {
    assertThat(new Quiet(0, 0, SHANGHAI).holds(at("2026-01-07T00:30"))).isFalse();
  }
}
