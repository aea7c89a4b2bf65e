package io.shedwatch.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Channel;
import io.shedwatch.edge.uplink.Backlog.Lane;
import io.shedwatch.edge.uplink.SendWindow.Choice;
import io.shedwatch.edge.uplink.SendWindow.Next;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SendWindowTest {
  private static final BootId OLD = new BootId("old");
  private static final BootId BOOT = new BootId("boot");

  private final SendWindow window = new SendWindow();

  @BeforeEach
  void open() {
    window.open(1_000_000);
  }

  private static Held readings(BootId boot, long id) {
    return new Held(id, Channel.READINGS, boot, id, 0, new byte[0]);
  }

  private static Held alarm(BootId boot, long id) {
    return new Held(id, Channel.ALARMS, boot, id, 0, new byte[0]);
  }

  private void nothingNew() {
    window.noMore(Lane.URGENT);
    window.noMore(Lane.READINGS);
  }

  @Test
  void newAlarmsGoBeforeReadings() {
    assertThat(window.next(0).next()).isEqualTo(Next.NEW_URGENT);
    window.noMore(Lane.URGENT);
    assertThat(window.next(0).next()).isEqualTo(Next.NEW_READINGS);
    window.noMore(Lane.READINGS);
    assertThat(window.next(0).next()).isEqualTo(Next.NOTHING);
    window.more();
    assertThat(window.next(0).next()).isEqualTo(Next.NEW_URGENT);
  }

  @Test
  void whatIsDueAgainGoesOldestFirstAndAlarmsBeforeReadings() {
    window.published(readings(BOOT, 1), 0);
    window.published(readings(BOOT, 2), 0);
    window.published(alarm(BOOT, 3), 0);
    nothingNew();

    assertThat(window.next(29_999).next()).isEqualTo(Next.NOTHING);
    assertThat(window.next(30_000)).isEqualTo(new Choice(Next.AGAIN, 3));
    window.published(alarm(BOOT, 3), 30_000);
    assertThat(window.next(30_000)).isEqualTo(new Choice(Next.AGAIN, 1));
  }

  @Test
  void waitsTwiceAsLongEachTimeUpToTenMinutesAndStartsAnewWhenAReceiptMoves() {
    nothingNew();
    window.published(readings(BOOT, 1), 0);
    window.published(readings(BOOT, 2), 0);
    long now = 0;
    for (long wait : List.of(30_000L, 60_000L, 120_000L, 240_000L, 480_000L, 600_000L, 600_000L)) {
      assertThat(window.dueMillis()).isEqualTo(now + wait);
      now += wait;
      window.published(readings(BOOT, 1), now);
      window.published(readings(BOOT, 2), now);
    }
    window.stored(BOOT, 1, now);
    assertThat(window.dueMillis()).isEqualTo(now + 30_000);
  }

  @Test
  void atMostTwoHundredReadingsAreUnconfirmedAndAlarmsMayExceedThat() {
    for (int id = 1; id <= 200; id++) {
      assertThat(window.next(0).next()).isEqualTo(Next.NEW_URGENT);
      window.noMore(Lane.URGENT);
      assertThat(window.next(0).next()).isEqualTo(Next.NEW_READINGS);
      window.published(readings(BOOT, id), 0);
      window.more();
    }
    window.published(alarm(BOOT, 201), 0);
    assertThat(window.next(0).next()).isEqualTo(Next.NEW_URGENT);
    window.noMore(Lane.URGENT);
    assertThat(window.next(0).next()).isEqualTo(Next.NOTHING);

    window.stored(BOOT, 1, 0);
    assertThat(window.next(0).next()).isEqualTo(Next.NEW_READINGS);
  }

  @Test
  void noMoreAreInFlightThanTheBrokerTakes() {
    window.open(2);
    window.published(readings(BOOT, 1), 0);
    window.published(readings(BOOT, 2), 0);
    assertThat(window.next(0).next()).isEqualTo(Next.NOTHING);
    window.acknowledged(1, true, 0);
    assertThat(window.next(0).next()).isEqualTo(Next.NEW_URGENT);
    window.close();
    assertThat(window.next(0).next()).isEqualTo(Next.NOTHING);
  }

  @Test
  void aMessageThatTheBrokerNeverTakesWhileItTakesLaterOnesIsSetAside() {
    long now = 0;
    for (int send = 1; send <= 5; send++) {
      window.published(readings(BOOT, 1), now);
      window.published(readings(BOOT, 1 + send), now + 1);
      List<Long> poison = window.acknowledged(1 + send, true, now + 2);
      assertThat(poison).isEqualTo(send < 5 ? List.of() : List.of(1L));
      now += 600_000;
    }
    assertThat(window.isUnconfirmed(1)).isFalse();
  }

  @Test
  void aMessageThatIsOnlyUnansweredBecauseTheServerIsAwayIsNeverSetAside() {
    long now = 0;
    for (int send = 1; send <= 50; send++) {
      window.published(readings(OLD, 1), now);
      window.published(readings(BOOT, 2), now + 1);
      assertThat(window.acknowledged(1, true, now + 2)).isEmpty();
      assertThat(window.acknowledged(2, true, now + 2)).isEmpty();
      now += 600_000;
    }
    assertThat(window.stored(BOOT, 2, now)).as("one answer proves nothing").isEmpty();
    assertThat(window.isUnconfirmed(1)).isTrue();
  }

  @Test
  void aMessageOfAnEarlierBootThatIsNeverStoredWhileLaterOnesAreIsSetAside() {
    nothingNew();
    long now = 0;
    Optional<Long> poison = Optional.empty();
    for (int send = 1; send <= 5; send++) {
      assertThat(poison).isEmpty();
      window.published(readings(OLD, 1), now);
      window.published(readings(OLD, 2), now);
      window.published(readings(BOOT, 100 + send), now + 1);
      poison = window.stored(BOOT, 100 + send, now + 2);
      now += 600_000;
    }
    assertThat(poison).contains(1L);
    window.published(readings(BOOT, 200), now);
    assertThat(window.stored(BOOT, 200, now)).as("those behind it get their own chances").isEmpty();
  }

  @Test
  void aBrokerThatAnswersNothingForAMinuteIsStalled() {
    window.published(readings(BOOT, 1), 1_000);
    window.published(readings(BOOT, 2), 40_000);
    assertThat(window.isStalled(60_999)).isFalse();
    assertThat(window.isStalled(61_000)).isTrue();
    window.acknowledged(1, true, 61_000);
    assertThat(window.isStalled(61_000)).isFalse();
  }
}
