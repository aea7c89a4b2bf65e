package io.shedwatch.server.pressure.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NotThereYetTest {
  private static final Instant BEGIN = Instant.parse("2026-09-01T00:00:00Z");

  private static NotThereYet.FirstUse use(int shed, int socket, int day) {
    return new NotThereYet.FirstUse(shed, socket, BEGIN.plus(Duration.ofDays(day)));
  }

  @Test
  void aSocketFirstUsedWeeksAfterItsShedWasNotThereBefore() {
    List<Charge> missing =
        NotThereYet.of(
            List.of(use(0, 1, 0), use(0, 2, 13), use(0, 3, 30), use(1, 1, 30), use(1, 2, 31)),
            BEGIN);
    assertThat(missing).hasSize(1);
    assertThat(missing.get(0).shed()).isZero();
    assertThat(missing.get(0).socket()).isEqualTo(3);
    assertThat(missing.get(0).startedAt()).isEqualTo(BEGIN.toEpochMilli());
    assertThat(missing.get(0).endedAt()).isEqualTo(use(0, 3, 30).at().toEpochMilli());
  }

  @Test
  void ordersOfAVendorCountAsUses() {
    assertThat(NotThereYet.of(List.of(use(0, 1, 0), use(0, 3, 40), use(0, 3, 2)), BEGIN)).isEmpty();
  }

  @Test
  void whatWasUsedBeforeTheWindowIsNoMatter() {
    Instant later = BEGIN.plus(Duration.ofDays(100));
    assertThat(NotThereYet.of(List.of(use(0, 1, 0), use(0, 3, 40)), later)).isEmpty();
  }
}
