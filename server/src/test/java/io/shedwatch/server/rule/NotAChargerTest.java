package io.shedwatch.server.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Usage;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NotAChargerTest {
  private static final double SECOND = 1 / 60.0;

  @Test
  void powerThatStaysAboveTheLimitIsRaisedWithoutAnotherReading() {
    RuleStory story = RuleStory.ofOneSocket().charging(0, 0).charging(1, 1_800);
    assertThat(story.tick(1 + 4 * SECOND).of(RuleName.NOT_A_CHARGER)).isEmpty();
    assertThat(story.tick(1 + 7 * SECOND).of(RuleName.NOT_A_CHARGER)).containsExactly("+1 1:05");
  }

  @Test
  void aRaiseIsDatedToTheSameMomentHoweverLateSomebodyLooks() {
    RuleStory story = RuleStory.ofOneSocket().charging(0, 0).charging(1, 1_800);
    assertThat(story.charging(2, 1_790).of(RuleName.NOT_A_CHARGER)).containsExactly("+1 1:05");
  }

  @Test
  void aSecondOfInrushIsNoLoad() {
    RuleStory story = RuleStory.ofOneSocket().charging(0, 0).charging(1, 1_800);
    story.charging(1 + SECOND, 90).tick(2).charging(2, 90);
    assertThat(story.of(RuleName.NOT_A_CHARGER)).isEmpty();
  }

  @Test
  void whatAnAgentCutIsFlaggedThoughItWasSeenOnce() {
    RuleStory story = RuleStory.ofOneSocket().charging(0, 0).charging(1, 1_800);
    story.says(1 + 2 * SECOND, 1, Usage.TRIPPED, 0);
    assertThat(story.of(RuleName.NOT_A_CHARGER)).containsExactly("+1 1:02");
  }

  @Test
  void aTripWithoutPowerIsNoLoad() {
    RuleStory story = RuleStory.ofOneSocket().steady(0, 3, 90).says(4, 1, Usage.TRIPPED, 0);
    assertThat(story.of(RuleName.NOT_A_CHARGER)).isEmpty();
  }

  @Test
  void itEndsBelowTheDeadbandAfterTheOffDelay() {
    RuleStory story = RuleStory.ofOneSocket().charging(0, 1_000).steady(1, 2, 1_000);
    story.steady(3, 12, 660); // Within the deadband: still the same.
    assertThat(story.of(RuleName.NOT_A_CHARGER)).containsExactly("+1 0:05");
    story.steady(13, 20, 300);
    assertThat(story.of(RuleName.NOT_A_CHARGER)).containsExactly("+1 0:05", "-1 18:00");
  }

  @Test
  void aThermostatIsFoundByItsCycles() {
    RuleStory story = RuleStory.ofOneSocket().charging(0, 0);
    for (int cycle = 0; cycle < 5; cycle++) {
      story.charging(2 + 4 * cycle, 400).charging(4 + 4 * cycle, 0);
    }
    assertThat(story.of(RuleName.NOT_A_CHARGER)).containsExactly("+1 18:05");
  }

  @Test
  void aRefrigeratorIsNotOne() {
    RuleStory story = RuleStory.ofOneSocket().charging(0, 0);
    for (int cycle = 0; cycle < 8; cycle++) {
      story.charging(2 + 6 * cycle, 130).charging(5 + 6 * cycle, 0);
    }
    assertThat(story.of(RuleName.NOT_A_CHARGER)).isEmpty();
  }

  @Test
  void whatIsNotHeardForMinutesIsNotHeld() {
    RuleStory story = RuleStory.ofOneSocket().charging(0, 1_800);
    RuleVersion slow =
        new RuleVersion(
            RuleName.NOT_A_CHARGER,
            2,
            RuleVersion.complete(RuleName.NOT_A_CHARGER, Map.of("onDelaySeconds", 200.0)),
            "wang",
            java.time.Instant.EPOCH,
            "test");
    story.with(slow).charging(10, 1_800);
    assertThat(story.of(RuleName.NOT_A_CHARGER)).isEmpty();
  }

  @Test
  void aFrozenMeterIsNotBelieved() {
    RuleStory story = RuleStory.ofOneSocket().charging(0, 1_800);
    story.says(SECOND, 1, Usage.FAULTED, 1_800).tick(1).says(2, 1, Usage.FAULTED, 1_800);
    assertThat(story.of(RuleName.NOT_A_CHARGER)).isEmpty();
  }
}
