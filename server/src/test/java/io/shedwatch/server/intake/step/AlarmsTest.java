package io.shedwatch.server.intake.step;

import static io.shedwatch.server.intake.step.ShedStory.birth;
import static io.shedwatch.server.intake.step.ShedStory.birthWithOpen;
import static io.shedwatch.server.intake.step.ShedStory.charging;
import static io.shedwatch.server.intake.step.ShedStory.cleared;
import static io.shedwatch.server.intake.step.ShedStory.raised;
import static io.shedwatch.server.intake.step.ShedStory.readings;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.CommandAction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edge alarms become alerts, once, whatever the network does. */
final class AlarmsTest {
  private final ShedStory story = new ShedStory();

  @BeforeEach
  void birthFirst() {
    story.heard(birth("b1", 1, 0));
  }

  @Test
  void aRaiseAndItsClearAreOneAlert() {
    story.heard(raised("b1", 2, 1, 3, "undervoltage"));
    story.heard(cleared("b1", 3, 2, "b1-2", 3, "undervoltage"));
    assertThat(story.alerts()).containsExactly("+b1-2", "-b1-2");
  }

  @Test
  void anAgentThatTellsAnAlarmAgainRaisesNothing() {
    story.heard(raised("b1", 2, 1, 3, "smoke"));
    story.heard(
        new io.shedwatch.contract.Alarm(
            ShedStory.stamp("b1", 3, 2),
            new io.shedwatch.contract.AlarmId("b1-2"),
            java.util.OptionalInt.of(3),
            io.shedwatch.contract.AlarmKind.SMOKE,
            io.shedwatch.contract.AlarmPhase.RAISED,
            1,
            1,
            io.shedwatch.contract.AlarmAction.NONE));
    assertThat(story.alerts()).containsExactly("+b1-2");
  }

  @Test
  void aSecondAlarmOfTheSameKindAndSocketJoinsTheActiveAlert() {
    story.heard(raised("b1", 2, 1, 3, "overvoltage"), raised("b1", 3, 2, 3, "overvoltage"));
    story.heard(raised("b1", 4, 2, 4, "overvoltage"));
    assertThat(story.alerts()).containsExactly("+b1-2", "+b1-4");
    story.heard(cleared("b1", 5, 5, "b1-2", 3, "overvoltage"));
    assertThat(story.alerts()).containsExactly("+b1-2", "+b1-4");
    story.heard(cleared("b1", 6, 6, "b1-3", 3, "overvoltage"));
    assertThat(story.alerts()).containsExactly("+b1-2", "+b1-4", "-b1-2");
  }

  @Test
  void aClearThatOvertookItsRaiseStillClears() {
    story.heard(cleared("b1", 3, 2, "b1-2", 3, "undervoltage"));
    assertThat(story.alerts()).isEmpty();
    story.heard(raised("b1", 2, 1, 3, "undervoltage"));
    assertThat(story.alerts()).containsExactly("+b1-2", "-b1-2");
    assertThat(story.book.earlyClears()).isEmpty();
  }

  @Test
  void aRaiseThatOvertookTheClearOfTheOneBeforeIsItsOwnOccurrence() {
    story.heard(raised("b1", 2, 1, 3, "overvoltage"), raised("b1", 4, 3, 3, "overvoltage"));
    story.heard(cleared("b1", 3, 2, "b1-2", 3, "overvoltage"));
    assertThat(story.alerts()).containsExactly("+b1-2", "-b1-2", "+b1-4");
    story.heard(cleared("b1", 5, 4, "b1-4", 3, "overvoltage"));
    assertThat(story.alerts()).endsWith("-b1-4");
  }

  @Test
  void anAlarmThatEndedUnseenWithinAnotherIsItsOwnOccurrenceOnceTheOrderIsKnown() {
    story.heard(raised("b1", 2, 1, 3, "overvoltage"), raised("b1", 4, 3, 3, "overvoltage"));
    story.heard(cleared("b1", 5, 4, "b1-4", 3, "overvoltage"));
    assertThat(story.alerts()).containsExactly("+b1-2");
    story.heard(cleared("b1", 3, 2, "b1-2", 3, "overvoltage"));
    assertThat(story.alerts()).containsExactly("+b1-2", "-b1-2", "+b1-4", "-b1-4");
    assertThat(story.book.open()).isEmpty();
  }

  @Test
  void anOldRaiseThatComesAfterANewerOneIsHistory() {
    story.heard(raised("b1", 4, 3, 3, "overvoltage"), raised("b1", 2, 1, 3, "overvoltage"));
    assertThat(story.every(Consequence.Raised.class))
        .extracting(raised -> raised.alert().past())
        .containsExactly(false, true);
    story.heard(cleared("b1", 3, 2, "b1-2", 3, "overvoltage"));
    assertThat(story.alerts()).containsExactly("+b1-4", "+b1-2", "-b1-2");
  }

  @Test
  void whatTheAgentNoLongerHoldsIsClearedWithThatReason() {
    story.heard(raised("b1", 2, 1, 3, "overvoltage"), raised("b1", 3, 1, 4, "overvoltage"));
    story.heard(birthWithOpen("b2", 1, 9, "b1-3"));
    assertThat(story.alerts()).containsExactly("+b1-2", "+b1-3", "-b1-2");
    assertThat(story.every(Consequence.Cleared.class).get(0).alert().why())
        .isEqualTo("the shed did not list it as open at its birth");
  }

  @Test
  void anAlarmThatIsYoungerThanTheBirthIsNotMissed() {
    story.heard(birth("b2", 1, 9), raised("b2", 3, 10, 3, "overvoltage"));
    story.heard(birthWithOpen("b2", 2, 9));
    assertThat(story.alerts()).containsExactly("+b2-3");
  }

  @Test
  void anAgentThatForgotALatchedAlarmIsToldToOpenAndStaffAreTold() {
    story.heard(raised("b1", 2, 1, 3, "overcurrent"));
    story.heard(birthWithOpen("b2", 1, 9));
    assertThat(story.alerts()).containsExactly("+b1-2", "+b1-2-forgotten");
    assertThat(story.every(Consequence.Ordered.class))
        .extracting(ordered -> ordered.command().action())
        .containsExactly(CommandAction.OPEN_RELAY);
    story.heard(birthWithOpen("b3", 1, 20));
    assertThat(story.alerts()).containsExactly("+b1-2", "+b1-2-forgotten");
    assertThat(story.every(Consequence.Ordered.class)).hasSize(2);
  }

  @Test
  void anAlarmOfTheWholeShedThatWasForgottenOpensEverySocket() {
    story.heard(raised("b1", 2, 1, 0, "smoke"), birthWithOpen("b2", 1, 9));
    assertThat(story.every(Consequence.Ordered.class))
        .extracting(ordered -> ordered.command().socket())
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void aForgottenAlarmEndsWhenAPersonSwitchesTheSocketOnAgain() {
    story.heard(raised("b1", 2, 1, 3, "overcurrent"), birthWithOpen("b2", 1, 9));
    story.heard(readings("b2", 2, 10, "disabled", 3), charging("b2", 3, 60, 3));
    assertThat(story.alerts())
        .containsExactly("+b1-2", "+b1-2-forgotten", "-b1-2-forgotten", "-b1-2");
  }
}
