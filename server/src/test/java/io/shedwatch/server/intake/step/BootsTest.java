package io.shedwatch.server.intake.step;

import static io.shedwatch.server.intake.step.ShedStory.backfilled;
import static io.shedwatch.server.intake.step.ShedStory.birth;
import static io.shedwatch.server.intake.step.ShedStory.charging;
import static io.shedwatch.server.intake.step.ShedStory.holds;
import static io.shedwatch.server.intake.step.ShedStory.readings;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Restarts, spools, restored servers and cloned cards. */
final class BootsTest {
  private final ShedStory story = new ShedStory();

  @Test
  void anOlderBootNeverMovesTheBoard() {
    story.heard(birth("b1", 1, 0), birth("b2", 1, 10, holds("b1", 2, 2), holds("b2", 1, 1)));
    story.heard(readings("b2", 2, 11, "free", 3), backfilled(charging("b1", 2, 5, 3)));
    assertThat(story.usage(3)).isEqualTo(Usage.FREE);
  }

  @Test
  void sessionsOfANewBootWaitForWhatTheSpoolHoldsOfTheOld() {
    story.heard(birth("b1", 1, 0), birth("b2", 1, 10, holds("b1", 2, 2), holds("b2", 1, 1)));
    story.heard(readings("b2", 2, 11, "free", 3));
    assertThat(story.sessions()).isZero();
    story.heard(backfilled(charging("b1", 2, 5, 3)));
    assertThat(story.sessions()).isEqualTo(1);
    assertThat(story.every(Consequence.SessionChanged.class))
        .extracting(changed -> changed.session().endedAt())
        .endsWith(ShedStory.NOON + 11_000);
  }

  @Test
  void aNewBootGoesOnAfterAMinuteWhenTheOldOneDoesNotCome() {
    story.heard(birth("b1", 1, 0), birth("b2", 1, 10, holds("b1", 2, 9), holds("b2", 1, 1)));
    story.heard(charging("b2", 2, 11, 3)).second(61).tick();
    assertThat(story.lost()).containsExactly("b1 2..9 awaited");
    assertThat(story.sessions()).isEqualTo(1);
  }

  @Test
  void aBootThatTheAgentNoLongerHoldsIsOver() {
    story.heard(birth("b1", 1, 0), charging("b1", 4, 3, 3));
    story.heard(birth("b2", 1, 10, holds("b2", 1, 1)));
    assertThat(story.lost()).containsExactly("b1 2..3 boot-closed");
    assertThat(story.sessions()).isEqualTo(1);
    assertThat(story.every(Consequence.BootClosed.class)).hasSize(1);
    assertThat(story.book.boots()).hasSize(1);
    story.heard(charging("b1", 3, 3, 3));
    assertThat(story.notice).isEqualTo(Step.Notice.REPEATED);
  }

  @Test
  void whatARestoredServerLacksAndNobodyHoldsIsShownAsLost() {
    story.heard(birth("b1", 1, 0), charging("b1", 2, 1, 3));
    story.heard(birth("b1", 900, 7_200, holds("b1", 890, 900)));
    assertThat(story.lost()).containsExactly("b1 3..889 not-held");
    assertThat(story.stored("b1")).isEqualTo(889);
  }

  @Test
  void aHoleInWhatTheSpoolHoldsIsLostToo() {
    story.heard(birth("b1", 9, 0, holds("b1", 4, 5), holds("b1", 8, 9)));
    assertThat(story.lost()).containsExactly("b1 1..3 not-held", "b1 6..7 not-held");
  }

  @Test
  void theAgentsOwnNumberOrdersBootsWhateverCameFirst() {
    story.heard(charging("b2", 2, 11, 3), birth("b2", 1, 10), birth("b1", 1, 0));
    assertThat(story.book.boots())
        .extracting(boot -> boot.boot().value())
        .containsExactly("b1", "b2");
    story.heard(readings("b1", 2, 1, "free", 3));
    assertThat(story.usage(3)).isEqualTo(Usage.CHARGING);
  }

  @Test
  void aBirthOfAKnownBootThatIsYoungerIsRefused() {
    story.heard(birth("b1", 1, 0), charging("b1", 2, 1, 3));
    story.heard(birth("b1", 1, 61));
    assertThat(story.every(Consequence.Refusal.class))
        .extracting(Consequence.Refusal::reason)
        .containsExactly("boot-reused");
    story.heard(birth("b1", 1, 0));
    assertThat(story.notice).isEqualTo(Step.Notice.REPEATED);
  }

  @Test
  void twoBootsThatBothSpeakOfNowAreTwins() {
    story.heard(birth("b1", 1, 0)).second(100).heard(birth("b2", 1, 100));
    for (int i = 0; i < 3; i++) {
      story.second(140 + i * 10);
      story.heard(charging("b1", 2 + i, 140 + i * 10, 3), charging("b2", 2 + i, 140 + i * 10, 3));
    }
    assertThat(story.alerts()).containsExactly("+b1-4-twin");
    story.second(800).tick();
    assertThat(story.alerts()).contains("-b1-4-twin");
  }

  @Test
  void whatAnOldBootSaidBeforeARestartIsNoTwin() {
    story.heard(birth("b1", 1, 0)).second(100).heard(birth("b2", 1, 100));
    story.second(200);
    story.heard(charging("b1", 2, 98, 3), charging("b1", 3, 99, 3), charging("b1", 4, 99, 3));
    assertThat(story.alerts()).isEmpty();
  }

  @Test
  void theOldestOfTooManyBootsIsOver() {
    for (int i = 1; i <= ShedBook.MOST_BOOTS + 1; i++) {
      story.heard(birth("b" + i, 1, i));
    }
    assertThat(story.book.boots()).hasSize(ShedBook.MOST_BOOTS);
    assertThat(story.book.closed()).containsOnlyKeys(new BootId("b1"));
  }

  @Test
  void bootsThatAreOnlyListedStandInTheOrderOfTheList() {
    story.heard(birth("b5", 1, 50, holds("b3", 1, 2), holds("b4", 1, 3), holds("b5", 1, 1)));
    assertThat(story.book.boots())
        .extracting(boot -> boot.boot().value())
        .containsExactly("b3", "b4", "b5");
  }

  @Test
  void aBirthThatComesLateDoesNotEndANewerBootThatItCannotKnow() {
    story.second(40).heard(birth("b1", 1, 0), backfilled(charging("b3", 2, 35, 3)));
    story.heard(birth("b2", 1, 20, holds("b2", 1, 1)));
    assertThat(story.book.closed()).containsOnlyKeys(new BootId("b1"));
    story.second(50).heard(birth("b4", 1, 50, holds("b4", 1, 1)));
    assertThat(story.book.closed()).containsKey(new BootId("b3"));
  }

  @Test
  void whatTheBrokerDeliversAgainOfAnOlderBootIsNotTheBoard() {
    story.heard(birth("b2", 1, 20, holds("b2", 1, 1)), readings("b2", 2, 21, "free", 3));
    story.second(30).heard(charging("b1", 4, 15, 3));
    assertThat(story.usage(3)).isEqualTo(Usage.FREE);
    story.heard(charging("b2", 3, 31, 3));
    assertThat(story.usage(3)).isEqualTo(Usage.CHARGING);
  }

  @Test
  void aBootThatWasTakenForTheNewestStepsBackAtTheNextBirth() {
    story.heard(birth("b2", 1, 20, holds("b2", 1, 1)), readings("b2", 2, 21, "free", 3));
    story.second(30).heard(charging("b1", 4, 25, 3)); // A clock that ran ahead, for once.
    story.second(40).heard(birth("b2", 3, 40, holds("b2", 3, 3)));
    story.heard(readings("b2", 4, 41, "free", 3));
    assertThat(story.usage(3)).isEqualTo(Usage.FREE);
  }

  @Test
  void whatWaitsForAnOlderBootKeepsItsTurnWhenItsOwnBootIsOver() {
    story.heard(birth("b1", 1, 0), birth("b2", 1, 10, holds("b1", 2, 2), holds("b2", 1, 2)));
    story.heard(readings("b2", 2, 11, "free", 3));
    story.heard(birth("b3", 1, 20, holds("b1", 2, 2), holds("b3", 1, 1)));
    assertThat(story.sessions()).isZero();
    story.heard(backfilled(charging("b1", 2, 5, 3)));
    assertThat(story.every(Consequence.SessionChanged.class))
        .extracting(changed -> changed.session().endedAt())
        .endsWith(ShedStory.NOON + 11_000);
    story.heard(birth("b3", 2, 30, holds("b3", 2, 2)));
    assertThat(story.book.closed()).containsOnlyKeys(new BootId("b1"), new BootId("b2"));
    assertThat(story.lost()).isEmpty();
  }

  @Test
  void aBootWhoseBirthComesLateDoesNotInheritTheBoardOfAnother() {
    story.heard(birth("b1", 1, 0), charging("b1", 9, 5, 3));
    story.heard(birth("b2", 1, 10, holds("b2", 1, 1)));
    story.second(60).heard(backfilled(readings("b3", 2, 21, "free", 3)));
    story.heard(birth("b3", 1, 20, holds("b3", 1, 2)), readings("b3", 3, 60, "free", 3));
    assertThat(story.usage(3)).isEqualTo(Usage.FREE);
  }

  @Test
  void aBirthThatComesLateTakesTheBoardOver() {
    story.heard(birth("b1", 1, 0), charging("b1", 9, 5, 3));
    story.heard(birth("b2", 1, 10, holds("b2", 1, 1)));
    story.second(60).heard(backfilled(birth("b3", 1, 20, holds("b3", 1, 1))));
    story.heard(readings("b3", 2, 60, "free", 3));
    assertThat(story.usage(3)).isEqualTo(Usage.FREE);
  }

  @Test
  void aBirthThatWasSaidLongAfterReadingsOfItsBootIsNoClonedCards() {
    story.second(400).heard(backfilled(charging("b1", 2, 10, 3)));
    story.heard(birth("b1", 1, 390, holds("b1", 1, 2)));
    assertThat(story.every(Consequence.Refusal.class)).isEmpty();
    assertThat(story.stored("b1")).isEqualTo(2);
  }

  @Test
  void aBirthThatComesAfterTheEndOfItsBootIsConfirmed() {
    story.second(400).heard(backfilled(charging("b1", 2, 10, 3)));
    story.heard(birth("b2", 1, 395, holds("b2", 1, 1)), birth("b1", 1, 390, holds("b1", 1, 2)));
    assertThat(story.every(Consequence.Refusal.class)).isEmpty();
    assertThat(story.notice).isEqualTo(Step.Notice.REPEATED);
  }

  @Test
  void whatIsDeclaredAsDroppedCountsEvenWhereItsCarrierCameBefore() {
    Readings carrier = charging("b1", 4, 3, 3);
    story.heard(birth("b1", 1, 0, holds("b1", 1, 4)), carrier);
    List<SeqRange> dropped = List.of(new SeqRange(new BootId("b1"), 2, 3));
    story.heard(new Readings(carrier.stamp(), carrier.readings(), dropped, List.of()));
    assertThat(story.lost()).containsExactly("b1 2..3 dropped");
    assertThat(story.stored("b1")).isEqualTo(4);
  }
}
