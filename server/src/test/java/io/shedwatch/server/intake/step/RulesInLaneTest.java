package io.shedwatch.server.intake.step;

import static io.shedwatch.server.intake.step.ShedStory.NOON;
import static io.shedwatch.server.intake.step.ShedStory.birth;
import static io.shedwatch.server.intake.step.ShedStory.drawing;
import static io.shedwatch.server.intake.step.ShedStory.readings;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Rejected;
import io.shedwatch.server.alert.Severity;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules that judge readings, inside the lane: order, time, restarts. */
final class RulesInLaneTest {
  private final ShedStory story = new ShedStory();

  private static String kettle(long raisedSecond) {
    return "not-a-charger-2-" + (NOON + raisedSecond * 1_000);
  }

  @Test
  void aKettleIsAnAlertByTimeAlone() {
    story.heard(birth("b1", 1, 0)).second(1).heard(drawing("b1", 2, 1, 2, 1_400));
    for (int second = 2; second < 8; second++) {
      story.second(second).tick();
      assertThat(story.alerts()).as("second %d", second).isEmpty();
    }
    story.second(8).tick();
    assertThat(story.alerts()).containsExactly("+" + kettle(6));
    Consequence.Raised raised = story.every(Consequence.Raised.class).get(0);
    assertThat(raised.alert().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(raised.alert().socket()).hasValue(2);
    assertThat(raised.alert().cause().version()).isEqualTo(1);
    assertThat(raised.alert().finding().measured()).isEqualTo(1_400);
  }

  @Test
  void aKettleThatWasSwitchedOffAgainIsNone() {
    story.heard(birth("b1", 1, 0)).second(1).heard(drawing("b1", 2, 1, 2, 1_400));
    story.second(4).heard(readings("b1", 3, 4, "free", 2));
    story.second(60).tick().second(120).tick();
    assertThat(story.alerts()).isEmpty();
  }

  @Test
  void readingsAreJudgedInTheOrderOfTheirSeqs() {
    story.heard(birth("b1", 1, 0));
    story.second(9).heard(readings("b1", 3, 4, "free", 2));
    story.second(10).heard(drawing("b1", 2, 1, 2, 1_400));
    story.second(60).tick().second(130).tick();
    assertThat(story.alerts()).as("on at 1 s, off at 4 s").isEmpty();
  }

  @Test
  void theAlertEndsAfterItsOffDelay() {
    story.heard(birth("b1", 1, 0)).second(1).heard(drawing("b1", 2, 1, 2, 1_400));
    story.second(10).heard(drawing("b1", 3, 10, 2, 1_390));
    story.second(20).heard(readings("b1", 4, 20, "free", 2));
    story.second(319).heard(readings("b1", 5, 319, "free", 2));
    assertThat(story.alerts()).containsExactly("+" + kettle(6));
    story.second(330).heard(readings("b1", 6, 330, "free", 2));
    assertThat(story.alerts()).containsExactly("+" + kettle(6), "-" + kettle(6));
    assertThat(story.every(Consequence.Cleared.class).get(0).alert().at())
        .isEqualTo(NOON + 320_000);
  }

  @Test
  void aRestartForgetsNothingAndRaisesNothing() {
    story.heard(birth("b1", 1, 0)).second(1).heard(drawing("b1", 2, 1, 2, 1_400));
    String text = BookText.write(story.book);
    story.book = BookText.read(ShedStory.SHED, 4, Map.of(), text);
    // The server was away from 2 to 30 s; what came meanwhile waits at the broker.
    story.listeningSince(30).second(31).tick().second(40).tick();
    assertThat(story.alerts()).isEmpty();
    story.second(41).heard(readings("b1", 3, 3, "free", 2)).tick();
    story.second(200).tick();
    assertThat(story.alerts()).isEmpty();
  }

  @Test
  void whatWasPendingIsRaisedAfterARestartAtTheMomentItWouldHaveBeen() {
    story.heard(birth("b1", 1, 0)).second(1).heard(drawing("b1", 2, 1, 2, 1_400));
    story.book = BookText.read(ShedStory.SHED, 4, Map.of(), BookText.write(story.book));
    story.listeningSince(30).second(31).tick().heard(drawing("b1", 3, 29, 2, 1_380));
    assertThat(story.alerts()).containsExactly("+" + kettle(6));
  }

  @Test
  void aLongChargeIsMinorAndThenMajor() {
    story.heard(birth("b1", 1, 0));
    long seq = 2;
    for (long second = 60; second <= 10 * 3_600 + 120; second += 60) {
      story.second(second).heard(drawing("b1", seq++, second, 1, 150));
    }
    assertThat(story.alerts()).containsExactly("+long-charge-1-" + (NOON + 60_000 + 8 * 3_600_000));
    assertThat(story.every(Consequence.Raised.class).get(0).alert().severity())
        .isEqualTo(Severity.MINOR);
    Consequence.Worsened worse = story.every(Consequence.Worsened.class).get(0);
    assertThat(worse.alert().severity()).isEqualTo(Severity.MAJOR);
    assertThat(worse.alert().at()).isEqualTo(NOON + 60_000 + 10 * 3_600_000);
  }

  @Test
  void aSecondChargerOnOneSocketIsAnAlert() {
    story.heard(birth("b1", 1, 0));
    long seq = 2;
    for (long second = 60; second <= 600; second += 60) {
      story.second(second).heard(drawing("b1", seq++, second, 3, 100));
    }
    for (long second = 660; second <= 900; second += 60) {
      story.second(second).heard(drawing("b1", seq++, second, 3, 205));
    }
    assertThat(story.alerts()).hasSize(1).first().asString().startsWith("+shared-socket-3-");
  }

  @Test
  void rejectedMessagesAreAnAlertWhenTheyComeAgainAndAgain() {
    story.heard(birth("b1", 1, 0));
    for (int i = 0; i < 5; i++) {
      story.second(10 + i);
      reject(i);
      assertThat(story.alerts()).hasSize(i < 4 ? 0 : 1);
    }
    story.second(20).tick().second(614).tick();
    assertThat(story.alerts()).noneMatch(line -> line.startsWith("-messages-rejected-"));
    story.second(615).tick();
    assertThat(story.alerts()).last().asString().startsWith("-messages-rejected-");
    assertThat(story.book.rejected().count()).isZero();
  }

  private void reject(int number) {
    Rejected rejected =
        new Rejected(Rejected.Reason.NOT_JSON, "x", Optional.of(new BootId("b1")), 100L + number);
    story.step(new ShedEvent.Refused(rejected, "t", "{", story.now));
  }
}
