package io.shedwatch.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LiveLogTest {
  private final LiveLog log = new LiveLog(3, 0);

  private static LiveEvent event(long number) {
    return new LiveEvent(number, new byte[] {(byte) number});
  }

  private List<Long> since(long number) {
    return log.since(number).orElseThrow().stream().map(LiveEvent::number).toList();
  }

  @Test
  void givesWhatWasMissedInOrderAndOfEachShedOnlyTheNewest() {
    log.shed(0, event(1));
    log.other(event(2));
    log.shed(1, event(3));
    log.shed(0, event(4));
    log.other(event(5));

    assertThat(since(0)).containsExactly(2L, 3L, 4L, 5L);
    assertThat(since(3)).containsExactly(4L, 5L);
    assertThat(since(5)).isEmpty();
  }

  @Test
  void saysSoWhenAnAlertThatWasMissedIsForgotten() {
    for (long number = 1; number <= LiveLog.MAX_OTHERS + 1; number++) {
      log.other(event(number));
    }

    assertThat(log.since(0)).isEmpty();
    assertThat(since(1)).hasSize(LiveLog.MAX_OTHERS);
  }

  @Test
  void shedsAloneNeverMakeItForget() {
    for (long number = 1; number <= 10_000; number++) {
      log.shed((int) (number % 3), event(number));
    }

    assertThat(since(0)).containsExactly(9_998L, 9_999L, 10_000L);
  }
}
