package io.shedwatch.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two sockets, both taken from 18:30 to 20:00 of every second day. */
final class UsualFullTest {
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  private static UsualFull over(int days) {
    List<PastCharge> charges = new ArrayList<>();
    for (int day = 0; day < days; day += 2) {
      long start = day * DAY + 18 * HOUR + HOUR / 2;
      for (int bike = 0; bike < 2; bike++) {
        charges.add(
            new PastCharge(0, start, start + HOUR, day * DAY + 20 * HOUR, 110, Optional.empty()));
      }
    }
    return UsualFull.of(charges, new int[] {2}, new Arrivals.Span(0, days * DAY), 0);
  }

  @Test
  void theShareIsThatOfDaysWithEverySocketTakenAtTheFullHour() {
    UsualFull usual = over(28);
    assertThat(usual.at(0, 100 * DAY + 18 * HOUR).orElseThrow()).isCloseTo(0, within(0.02));
    assertThat(usual.at(0, 100 * DAY + 19 * HOUR).orElseThrow()).isCloseTo(0.5, within(0.02));
    assertThat(usual.at(0, 100 * DAY + 20 * HOUR).orElseThrow()).isCloseTo(0, within(0.02));
  }

  @Test
  void aFewDaysAreNotYetUsual() {
    assertThat(over(6).at(0, 0)).isEmpty();
    assertThat(over(7).at(0, 0)).isPresent();
  }

  @Test
  void whatIsPlayedCountsLessAndWhatIsUsualMoreTheFartherAhead() {
    assertThat(FullChance.of(0.9, 0.1, 1)).isGreaterThan(0.8);
    assertThat(FullChance.of(0.9, 0.1, 12)).isBetween(0.4, 0.6);
    assertThat(FullChance.of(0.5, 0.5, 1)).as("played too low").isBetween(0.5, 0.6);
  }
}
