package io.shedwatch.server.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Usage;
import org.junit.jupiter.api.Test;

final class IdleOccupiedTest {
  @Test
  void fullForHalfAnHourWhileNobodyFindsASocket() {
    RuleStory story = RuleStory.ofSockets(2);
    for (int minute = 0; minute <= 40; minute++) {
      story.says(minute, 1, Usage.FINISHED, 4).says(minute, 2, Usage.CHARGING, 90);
    }
    assertThat(story.of(RuleName.IDLE_OCCUPIED)).containsExactly("+1 30:00");
  }

  @Test
  void aFreeSocketBesideItIsEnough() {
    RuleStory story = RuleStory.ofSockets(2);
    for (int minute = 0; minute <= 60; minute++) {
      story.says(minute, 1, Usage.FINISHED, 4).says(minute, 2, Usage.FREE, 0);
    }
    assertThat(story.of(RuleName.IDLE_OCCUPIED)).isEmpty();
    for (int minute = 61; minute <= 70; minute++) {
      story.says(minute, 1, Usage.FINISHED, 4).says(minute, 2, Usage.CHARGING, 90);
    }
    assertThat(story.of(RuleName.IDLE_OCCUPIED)).containsExactly("+1 61:00");
    for (int minute = 71; minute <= 80; minute++) {
      story.says(minute, 1, Usage.FINISHED, 4).says(minute, 2, Usage.FREE, 0);
    }
    assertThat(story.of(RuleName.IDLE_OCCUPIED)).containsExactly("+1 61:00", "-1 73:00");
  }

  @Test
  void aSocketThatWasNeverHeardMayBeFree() {
    RuleStory story = RuleStory.ofSockets(2).steady(0, 60, 1, Usage.FINISHED, 4);
    assertThat(story.of(RuleName.IDLE_OCCUPIED)).isEmpty();
  }

  @Test
  void atNightNothingIsSaidUntilTheMorning() {
    RuleStory story = RuleStory.beginning(1, "2026-03-02T22:45:00+08:00");
    story.steady(0, 9 * 60, 1, Usage.FINISHED, 4);
    assertThat(story.of(RuleName.IDLE_OCCUPIED)).containsExactly("+1 495:00"); // 07:00.
  }

  @Test
  void whoWasToldBeforeTheNightIsNotToldAgain() {
    RuleStory story = RuleStory.beginning(1, "2026-03-02T22:20:00+08:00");
    story.steady(0, 10 * 60, 1, Usage.FINISHED, 4);
    assertThat(story.of(RuleName.IDLE_OCCUPIED)).containsExactly("+1 30:00");
  }
}
