package io.shedwatch.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class AlarmFiguresTest {
  private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
  private static final AlarmFigures.Subject LAMP = new AlarmFigures.Subject("other", "s01", 1);

  private final AlarmFigures figures = new AlarmFigures(START, START.plus(Duration.ofDays(10)));

  @Test
  void threeOfOneSubjectInTenMinutesChatter() {
    raise(LAMP, 0);
    raise(LAMP, 4);
    raise(LAMP, 9);
    AlarmFigures.Subject calm = new AlarmFigures.Subject("other", "s01", 2);
    raise(calm, 0);
    raise(calm, 6);
    raise(calm, 12);
    assertThat(figures.end().chattering()).containsExactly(new AlarmFigures.Count(LAMP, 3));
  }

  @Test
  void moreThanTenInTenMinutesAreAFlood() {
    for (int i = 0; i < 11; i++) {
      raise(new AlarmFigures.Subject("shed-offline", "s%02d".formatted(i), 0), 1);
    }
    for (int i = 0; i < 10; i++) {
      raise(new AlarmFigures.Subject("smoke", "s%02d".formatted(i), 0), 60);
    }
    AlarmFigures.Result result = figures.end();
    assertThat(result.peak()).isEqualTo(11);
    assertThat(result.perDay()).isCloseTo(2.1, Offset.offset(1e-9));
    assertThat(result.floodShare()).isCloseTo(1 / 1_440.0, Offset.offset(1e-9));
  }

  @Test
  void standingIsWhatStoodLongerThanADayAlsoFromTheMonthBefore() {
    figures.next(LAMP, "minor", START.minus(Duration.ofDays(3)), Optional.empty());
    figures.next(LAMP, "minor", START, Optional.of(START.plus(Duration.ofHours(25))));
    figures.next(LAMP, "minor", START, Optional.of(START.plus(Duration.ofHours(23))));
    AlarmFigures.Result result = figures.end();
    assertThat(result.standing()).isEqualTo(2);
    assertThat(result.alerts()).isEqualTo(2);
  }

  @Test
  void nothingHappenedIsZeroAndNotAFault() {
    AlarmFigures.Result result = figures.end();
    assertThat(result.alerts()).isZero();
    assertThat(result.topShare()).isZero();
    assertThat(result.top()).isEmpty();
  }

  private void raise(AlarmFigures.Subject subject, long minute) {
    Instant at = START.plus(Duration.ofMinutes(minute));
    figures.next(subject, "major", at, Optional.of(at.plusSeconds(5)));
  }
}
