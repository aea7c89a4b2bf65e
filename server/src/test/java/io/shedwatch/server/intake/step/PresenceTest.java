package io.shedwatch.server.intake.step;

import static io.shedwatch.server.intake.step.ShedStory.birth;
import static io.shedwatch.server.intake.step.ShedStory.charging;
import static io.shedwatch.server.intake.step.ShedStory.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.ShedState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Births, wills, silence and wrong clocks. */
final class PresenceTest {
  private final ShedStory story = new ShedStory();

  @BeforeEach
  void birthFirst() {
    story.heard(birth("b1", 1, 0, holds("b1", 1, 1)));
  }

  @Test
  void aWillOfTheNewestBirthSaysLostAndALiveMessageEndsIt() {
    story.second(10).will("b1", 1);
    assertThat(story.book.presence().state()).contains(ShedState.LOST);
    story.second(11).heard(charging("b1", 2, 11, 3));
    assertThat(story.book.presence().state()).contains(ShedState.ONLINE);
  }

  @Test
  void aWillOfAnEarlierConnectionDoesNotCount() {
    story.second(5).heard(birth("b1", 2, 5));
    story.second(6).will("b1", 1);
    assertThat(story.book.presence().state()).contains(ShedState.ONLINE);
    story.heard(birth("b2", 1, 7)).will("b1", 2);
    assertThat(story.book.presence().state()).contains(ShedState.ONLINE);
  }

  @Test
  void readingsThatArrivedBeforeTheWillDoNotEndIt() {
    story.second(10).will("b1", 1);
    story.step(new ShedEvent.Heard(charging("b1", 2, 9, 3), story.now - 1));
    assertThat(story.book.presence().state()).contains(ShedState.LOST);
  }

  @Test
  void aLostShedIsAnAlertAfterHalfAMinuteAndItsReturnClearsIt() {
    story.second(10).will("b1", 1).second(39).tick();
    assertThat(story.alerts()).isEmpty();
    story.second(40).tick();
    assertThat(story.alerts()).containsExactly("+b1-1-offline");
    story.second(50).tick();
    assertThat(story.alerts()).hasSize(1);
    story.second(60).heard(birth("b1", 2, 60));
    assertThat(story.alerts()).containsExactly("+b1-1-offline", "-b1-1-offline");
  }

  @Test
  void threeHeartbeatsOfSilenceAreAnAlert() {
    story.second(179).tick();
    assertThat(story.alerts()).isEmpty();
    story.second(180).tick();
    assertThat(story.alerts()).containsExactly("+b1-1-offline");
  }

  @Test
  void nobodyIsDeclaredOfflineInTheFirst90SecondsOfListening() {
    story.listeningSince(1_000).second(1_089).tick();
    assertThat(story.alerts()).isEmpty();
    story.second(1_090).tick();
    assertThat(story.alerts()).containsExactly("+b1-1-offline");
  }

  @Test
  void aShedThatWasNeverHeardIsNotOffline() {
    ShedStory silent = new ShedStory();
    silent.second(10_000).tick();
    assertThat(silent.alerts()).isEmpty();
  }

  @Test
  void aClockThatIsWrongForAMinuteIsAnAlertUntilItIsRight() {
    story.second(10).heard(charging("b1", 2, 4_000, 3));
    story.second(60).heard(charging("b1", 3, 4_050, 3));
    assertThat(story.alerts()).isEmpty();
    story.second(70).heard(charging("b1", 4, 4_060, 3));
    assertThat(story.alerts()).containsExactly("+b1-4-clock");
    story.second(80).heard(charging("b1", 5, 80, 3));
    assertThat(story.alerts()).containsExactly("+b1-4-clock", "-b1-4-clock");
  }

  @Test
  void whatWaitedInABrokerIsNoWrongClock() {
    story.second(3_600);
    story.heard(charging("b1", 2, 60, 3), charging("b1", 3, 120, 3), charging("b1", 4, 3_600, 3));
    assertThat(story.alerts()).isEmpty();
  }
}
