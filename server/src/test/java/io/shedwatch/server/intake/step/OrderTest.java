package io.shedwatch.server.intake.step;

import static io.shedwatch.server.intake.step.ShedStory.birth;
import static io.shedwatch.server.intake.step.ShedStory.charging;
import static io.shedwatch.server.intake.step.ShedStory.holds;
import static io.shedwatch.server.intake.step.ShedStory.raised;
import static io.shedwatch.server.intake.step.ShedStory.readings;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.Rejected;
import io.shedwatch.contract.Usage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Seqs, gaps and receipts within one boot. */
final class OrderTest {
  private final ShedStory story = new ShedStory();

  @Test
  void theReceiptCoversWhatIsContiguous() {
    story.heard(birth("b1", 1, 0, holds("b1", 1, 1)), charging("b1", 2, 1, 3));
    assertThat(story.stored("b1")).isEqualTo(2);
    story.heard(charging("b1", 4, 3, 3));
    assertThat(story.stored("b1")).isEqualTo(2);
    story.heard(charging("b1", 3, 2, 3));
    assertThat(story.stored("b1")).isEqualTo(4);
  }

  @Test
  void aMessageThatComesAgainChangesNothing() {
    story.heard(birth("b1", 1, 0), charging("b1", 2, 1, 3), raised("b1", 3, 2, 3, "smoke"));
    ShedBook before = story.book;
    story.heard(raised("b1", 3, 2, 3, "smoke"), charging("b1", 2, 1, 3));
    assertThat(story.book).isSameAs(before);
    assertThat(story.notice).isEqualTo(Step.Notice.REPEATED);
    assertThat(story.newest).isEmpty();
  }

  @Test
  void theBoardActsOnArrivalAndNeverGoesBack() {
    story.heard(birth("b1", 1, 0), charging("b1", 4, 3, 1), readings("b1", 3, 2, "free", 1, 2));
    assertThat(story.usage(1)).isEqualTo(Usage.CHARGING);
    assertThat(story.usage(2)).isEqualTo(Usage.FREE);
  }

  @Test
  void sessionsWaitForAGap() {
    story.heard(birth("b1", 1, 0), charging("b1", 3, 2, 3));
    assertThat(story.sessions()).isZero();
    story.heard(readings("b1", 2, 1, "free", 3));
    assertThat(story.sessions()).isEqualTo(1);
    Consequence.SessionChanged changed = (Consequence.SessionChanged) story.newest.get(0);
    assertThat(changed.session().startedAt()).isEqualTo(ShedStory.NOON + 2_000);
  }

  @Test
  void alarmsDoNotWaitForAGap() {
    story.heard(birth("b1", 1, 0), raised("b1", 9, 2, 3, "overcurrent"));
    assertThat(story.alerts()).containsExactly("+b1-9");
    assertThat(story.stored("b1")).isEqualTo(1);
  }

  @Test
  void aGapOfAMinuteIsShownAndSessionsGoOn() {
    story.heard(birth("b1", 1, 0), charging("b1", 4, 2, 3)).second(59).tick();
    assertThat(story.sessions()).isZero();
    story.second(60).tick();
    assertThat(story.sessions()).isEqualTo(1);
    assertThat(story.lost()).containsExactly("b1 2..3 awaited");
    assertThat(story.stored("b1")).isEqualTo(1);
  }

  @Test
  void whatFillsAGapThatWasGivenUpCorrectsTheSessionAndTheReceipt() {
    story.heard(birth("b1", 1, 0), readings("b1", 2, 0, "free", 3), charging("b1", 5, 20, 3));
    story.second(61).tick();
    story.heard(charging("b1", 4, 12, 3));
    assertThat(story.every(Consequence.Filled.class)).isEmpty();
    story.heard(charging("b1", 3, 10, 3));
    assertThat(story.stored("b1")).isEqualTo(5);
    assertThat(story.every(Consequence.Filled.class))
        .containsExactly(new Consequence.Filled(new BootId("b1"), 3));
    assertThat(story.sessions()).isEqualTo(1);
    List<Consequence.SessionChanged> rows = story.every(Consequence.SessionChanged.class);
    assertThat(rows.get(rows.size() - 1).session().startedAt()).isEqualTo(ShedStory.NOON + 10_000);
  }

  @Test
  void aGapIsNotGivenUpWhileTheServerWasAway() {
    story.heard(birth("b1", 1, 0), charging("b1", 4, 2, 3));
    story.listeningSince(3_600).second(3_630).tick();
    assertThat(story.lost()).isEmpty();
  }

  @Test
  void whatIsTooFarAheadIsNotReceived() {
    story.heard(birth("b1", 1, 0));
    for (int i = 0; i < BootBook.MOST_WAITING; i++) {
      story.heard(charging("b1", 3 + i, 2 + i, 3));
    }
    ShedBook before = story.book;
    story.heard(charging("b1", 3 + BootBook.MOST_WAITING, 900, 3));
    assertThat(story.notice).isEqualTo(Step.Notice.TOO_FAR_AHEAD);
    assertThat(story.book).isSameAs(before);
    story.heard(charging("b1", 2, 1, 3), charging("b1", 3 + BootBook.MOST_WAITING, 900, 3));
    assertThat(story.stored("b1")).isEqualTo(3 + BootBook.MOST_WAITING);
  }

  @Test
  void withoutABirthTheFirstSeqHeardIsTheBase() {
    story.heard(charging("b1", 43, 2, 3), charging("b1", 42, 1, 3));
    assertThat(story.stored("b1")).isZero();
    story.second(60).tick();
    assertThat(story.stored("b1")).isEqualTo(43);
    assertThat(story.lost()).isEmpty();
    assertThat(story.sessions()).isEqualTo(1);
  }

  @Test
  void aBirthThatComesAfterTheBaseWasGuessedStillTellsBootsAndState() {
    story.heard(charging("b2", 5, 2, 3)).second(60).tick();
    story.heard(birth("b2", 1, 0, holds("b1", 7, 9), holds("b2", 1, 1)));
    assertThat(story.book.boots()).hasSize(2);
    assertThat(story.book.presence().birthSeq()).isEqualTo(1);
    story.heard(birth("b2", 1, 0, holds("b1", 7, 9), holds("b2", 1, 1)));
    assertThat(story.notice).isEqualTo(Step.Notice.REPEATED);
  }

  @Test
  void whatTheAgentDroppedCountsAsReceivedAndIsShown() {
    story.heard(birth("b1", 1, 0), charging("b1", 2, 1, 3));
    story.heard(
        new Readings(
            ShedStory.stamp("b1", 9, 5), List.of(), List.of(holds("b1", 2, 8)), List.of()));
    assertThat(story.stored("b1")).isEqualTo(9);
    assertThat(story.lost()).containsExactly("b1 3..8 dropped");
  }

  @Test
  void aRefusedMessageWhoseSeqIsReadableCountsAsReceivedAndIsShown() {
    story.heard(birth("b1", 1, 0));
    Rejected rejected =
        new Rejected(Rejected.Reason.ILL_TYPED, "at: text", Optional.of(new BootId("b1")), 2);
    story.step(new ShedEvent.Refused(rejected, "t", "{}", story.now));
    assertThat(story.stored("b1")).isEqualTo(2);
    assertThat(story.lost()).containsExactly("b1 2..2 ill-typed");
    assertThat(story.every(Consequence.Refusal.class)).hasSize(1);
    story.step(new ShedEvent.Refused(rejected, "t", "{}", story.now));
    assertThat(story.notice).isEqualTo(Step.Notice.REPEATED);
  }

  @Test
  void aSocketThatTheShedDoesNotHaveIsRefusedAndTheOthersCount() {
    story.heard(birth("b1", 1, 0), charging("b1", 2, 1, 3, 5));
    assertThat(story.usage(3)).isEqualTo(Usage.CHARGING);
    assertThat(story.every(Consequence.Refusal.class).get(0).detail())
        .isEqualTo("socket 5: the shed has 4");
  }

  @Test
  void anAbsurdTimeIsReplacedByTheTimeOfReceipt() {
    story.second(100);
    Readings cold =
        new Readings(
            new io.shedwatch.contract.Stamp(new BootId("b1"), 2, 86_400_000, false),
            charging("b1", 2, 0, 3).readings(),
            List.of(),
            List.of());
    story.heard(birth("b1", 1, 100), cold);
    assertThat(story.book.sockets().get(2).at()).isEqualTo(ShedStory.NOON + 100_000);
  }
}
