package io.shedwatch.server.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Usage;
import io.shedwatch.server.alert.Severity;
import org.junit.jupiter.api.Test;

final class LongChargeTest {
  @Test
  void eightHoursAreMinorAndTenAreMajor() {
    RuleStory story = RuleStory.ofOneSocket().steady(0, 8 * 60 + 1, 90);
    assertThat(story.of(RuleName.LONG_CHARGE)).containsExactly("+1 480:00");
    assertThat(story.findings().get(0).severity()).isEqualTo(Severity.MINOR);
    story.steady(8 * 60 + 2, 10 * 60 + 30, 90);
    assertThat(story.of(RuleName.LONG_CHARGE)).containsExactly("+1 480:00", "!1 600:00");
    assertThat(story.findings().get(1).severity()).isEqualTo(Severity.MAJOR);
    assertThat(story.findings().get(1).raisedAt()).isEqualTo(story.findings().get(0).raisedAt());
  }

  @Test
  void aFullBatteryIsNotALongCharge() {
    RuleStory story = RuleStory.ofOneSocket().steady(0, 4 * 60, 90);
    story.steady(4 * 60 + 1, 12 * 60, 1, Usage.FINISHED, 4);
    assertThat(story.of(RuleName.LONG_CHARGE)).isEmpty();
  }

  @Test
  void anHourWithoutAWordDoesNotBeginTheChargeAnew() {
    RuleStory story = RuleStory.ofOneSocket().steady(0, 4 * 60, 90).steady(5 * 60, 8 * 60, 90);
    assertThat(story.of(RuleName.LONG_CHARGE)).containsExactly("+1 480:00");
  }

  @Test
  void itEndsWithTheCharge() {
    RuleStory story = RuleStory.ofOneSocket().steady(0, 8 * 60 + 5, 90);
    story.steady(8 * 60 + 6, 8 * 60 + 9, 1, Usage.FREE, 0);
    assertThat(story.of(RuleName.LONG_CHARGE)).containsExactly("+1 480:00", "-1 487:00");
  }
}
