package io.shedwatch.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A shed whose people all come at 18:00, charge for two hours and fetch their bikes at once. */
final class OutlookTest {
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;
  private static final int WEEKS = 4;
  private static final long MONDAY = 4 * DAY;
  private static final long NOON = MONDAY + WEEKS * 7 * DAY + 12 * HOUR;

  /** Half an hour before bikes are full, as each day. */
  private static final long EVENING = NOON + 15 * HOUR / 2;

  private static final int SOCKETS = 10;

  private final Outlook outlook = outlook(12);

  private static Outlook outlook(int bikes) {
    List<PastCharge> charges = new ArrayList<>();
    for (int day = 0; day < WEEKS * 7; day++) {
      for (int bike = 0; bike < bikes; bike++) {
        long start = MONDAY + day * DAY + 18 * HOUR + bike * 60_000L;
        long full = start + 2 * HOUR;
        charges.add(new PastCharge(0, start, full, full + HOUR / 12, 110, Optional.empty()));
      }
    }
    int[] sockets = {SOCKETS};
    Arrivals.Span span = new Arrivals.Span(MONDAY, MONDAY + WEEKS * 7 * DAY);
    return new Outlook(
        new Past(charges, 0),
        Arrivals.of(charges, sockets, span, 0),
        UsualFull.of(charges, sockets, span, 0),
        0);
  }

  private static ShedNow free(int sockets) {
    return new ShedNow(0, sockets, List.of(), List.of());
  }

  @Test
  void theEveningThatIsFullEachDayIsFullTonightAndTheNightIsNot() {
    ShedForecast told = outlook.forecast(free(SOCKETS), NOON, 1);
    assertThat(told.fullFrom()).isEqualTo(NOON + HOUR);
    assertThat(told.fullChance()).hasSize(Outlook.HOURS);
    assertThat(told.fullChance().get(3)).as("16:00").isLessThan(0.05);
    assertThat(told.fullChance().get(6)).as("19:00").isGreaterThan(0.5);
    assertThat(told.fullChance().get(10)).as("23:00").isLessThan(0.2);
  }

  @Test
  void aQuietShedWithRoomStaysFree() {
    ShedForecast told = outlook(1).forecast(free(SOCKETS), NOON, 1);
    assertThat(told.fullChance()).allSatisfy(chance -> assertThat(chance).isLessThan(0.05));
  }

  @Test
  void onlyAFullShedSaysWhenTheNextSocketIsFree() {
    assertThat(outlook.forecast(free(1), NOON, 1).nextFree()).isEmpty();
    ShedNow full =
        new ShedNow(
            0,
            0,
            List.of(),
            List.of(new ShedNow.Charging(3, new Remaining(new double[] {29, 30, 31}))));
    ShedForecast told = outlook.forecast(full, EVENING, 1);
    Expected next = told.nextFree().orElseThrow();
    assertThat(next.at()).isBetween(EVENING + HOUR / 2, EVENING + 3 * HOUR / 4);
    assertThat(told.finish())
        .hasEntrySatisfying(3, one -> assertThat(one.at()).isEqualTo(EVENING + HOUR / 2));
  }

  @Test
  void aShedWithNothingThatWorksPromisesNothing() {
    ShedForecast told = outlook.forecast(free(0), NOON, 1);
    assertThat(told.nextFree()).isEmpty();
    assertThat(told.fullChance()).allSatisfy(chance -> assertThat(chance).isGreaterThan(0.9));
  }

  @Test
  void theSameQuestionGetsTheSameAnswer() {
    assertThat(outlook.forecast(free(3), NOON, 7)).isEqualTo(outlook.forecast(free(3), NOON, 7));
  }
}
