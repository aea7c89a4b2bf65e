package io.shedwatch.simulation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PastQueueTest {
  private final PastQueue queue = new PastQueue();
  private long now = 1_000;

  private void add(int howMany) {
    for (int seq = 1; seq <= howMany; seq++) {
      queue.add(new PastMessage(seq, Channel.READINGS, new byte[0]));
    }
  }

  /** Sends all that may go, each acknowledged at once. */
  private List<Long> sendAll() {
    List<Long> sent = new ArrayList<>();
    Optional<PastMessage> next = queue.next(now);
    while (next.isPresent()) {
      queue.sent(now);
      queue.acknowledged();
      sent.add(next.get().seq());
      next = queue.next(now);
    }
    return sent;
  }

  @Test
  void nothingGoesBeforeTheLineIsUp() {
    add(3);
    assertThat(queue.next(now)).isEmpty();
    queue.up(4, now);
    assertThat(sendAll()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void noMoreIsInFlightThanTheBrokerTakes() {
    add(10);
    queue.up(2, now);
    for (int i = 0; i < 2; i++) {
      assertThat(queue.next(now)).isPresent();
      queue.sent(now);
    }
    assertThat(queue.next(now)).isEmpty();
    queue.acknowledged();
    assertThat(queue.next(now)).map(PastMessage::seq).contains(3L);
  }

  @Test
  void waitsForReceiptsWhenSoMuchIsUnconfirmed() {
    add(200);
    queue.up(4, now);
    assertThat(sendAll()).hasSize(PastQueue.MAX_UNCONFIRMED).first().isEqualTo(1L);
    queue.stored(10, now);
    assertThat(sendAll()).hasSize(10).first().isEqualTo(PastQueue.MAX_UNCONFIRMED + 1L);
  }

  @Test
  void whatIsNotConfirmedIsSentAgainInOrder() {
    add(5);
    queue.up(4, now);
    sendAll();
    queue.stored(2, now);
    now += PastQueue.RESEND_MILLIS - 1;
    assertThat(sendAll()).isEmpty();
    now += 1;
    assertThat(sendAll()).containsExactly(3L, 4L, 5L);
    queue.stored(5, now);
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void aNewLineSendsWhatIsNotConfirmedAgain() {
    add(5);
    queue.up(4, now);
    sendAll();
    queue.down();
    queue.stored(3, now);
    assertThat(queue.next(now)).isEmpty();
    queue.up(4, now);
    assertThat(sendAll()).containsExactly(4L, 5L);
  }

  @Test
  void aReceiptForWhatWaitsToBeSentAgainCounts() {
    add(5);
    queue.up(4, now);
    sendAll();
    queue.up(4, now);
    queue.stored(4, now);
    assertThat(sendAll()).containsExactly(5L);
  }

  @Test
  void isFullWhenEnoughIsReady() {
    add(PastQueue.MAX_READY - 1);
    assertThat(queue.isFull()).isFalse();
    queue.add(new PastMessage(PastQueue.MAX_READY, Channel.READINGS, new byte[0]));
    assertThat(queue.isFull()).isTrue();
  }
}
