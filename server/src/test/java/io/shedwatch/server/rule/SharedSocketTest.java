package io.shedwatch.server.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Usage;
import org.junit.jupiter.api.Test;

final class SharedSocketTest {
  @Test
  void aStepOntoASteadyChargeThatStaysIsASecondCharger() {
    RuleStory story = RuleStory.ofOneSocket().steady(0, 10, 104).steady(11, 20, 212);
    assertThat(story.of(RuleName.SHARED_SOCKET)).containsExactly("+1 13:00");
  }

  @Test
  void aChargerOnItsPlateauOnlyRises() {
    RuleStory story = RuleStory.ofOneSocket();
    for (int minute = 0; minute < 120; minute++) {
      story.charging(minute, 104 + 0.08 * minute);
    }
    assertThat(story.of(RuleName.SHARED_SOCKET)).isEmpty();
  }

  @Test
  void theMainStageAfterAFirstStageIsTheSameCharger() {
    RuleStory story = RuleStory.ofOneSocket().steady(0, 10, 100).steady(11, 40, 310);
    assertThat(story.of(RuleName.SHARED_SOCKET)).isEmpty();
  }

  @Test
  void aBikeAfterAnotherIsNotASecondOne() {
    RuleStory story = RuleStory.ofOneSocket().steady(0, 10, 104);
    story.charging(10.2, 0).charging(10.6, 180).steady(11, 30, 181);
    assertThat(story.of(RuleName.SHARED_SOCKET)).isEmpty();
  }

  @Test
  void whatWasReachedBeforeIsNotAboveTheEnvelope() {
    RuleStory story = RuleStory.ofOneSocket().steady(0, 10, 150).steady(11, 20, 60);
    assertThat(story.steady(21, 40, 150).of(RuleName.SHARED_SOCKET)).isEmpty();
  }

  @Test
  void aStepThatGoesBackIsNone() {
    RuleStory story = RuleStory.ofOneSocket().steady(0, 10, 104);
    story.charging(11, 212).charging(12, 105).steady(13, 30, 105);
    assertThat(story.of(RuleName.SHARED_SOCKET)).isEmpty();
  }

  @Test
  void itEndsWhenTheSecondOneLeaves() {
    RuleStory story = RuleStory.ofOneSocket().steady(0, 10, 104).steady(11, 20, 212);
    story.steady(21, 30, 104);
    assertThat(story.of(RuleName.SHARED_SOCKET)).containsExactly("+1 13:00", "-1 26:00");
    story.steady(31, 40, 215);
    assertThat(story.of(RuleName.SHARED_SOCKET)).last().isEqualTo("+1 33:00");
  }

  @Test
  void itEndsWithTheCharge() {
    RuleStory story = RuleStory.ofOneSocket().steady(0, 10, 104).steady(11, 20, 212);
    story.steady(21, 30, 1, Usage.FREE, 0);
    assertThat(story.of(RuleName.SHARED_SOCKET)).containsExactly("+1 13:00", "-1 26:00");
  }
}
