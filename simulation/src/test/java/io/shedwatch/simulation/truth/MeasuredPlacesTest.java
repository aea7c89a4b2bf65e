package io.shedwatch.simulation.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.Needs;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A shed that stands alone, judged on measured places; skipped where the data are absent. */
final class MeasuredPlacesTest {
  @Test
  void aModelChosenWithoutAPlaceIsRightAtThatPlace() {
    MeasuredPlaces places = MeasuredPlaces.withEnoughUsers(Needs.measured("ev-sessions-norway"));
    Map<MeasuredPlaces.Run, Double> leftOut = places.leftOut();
    assertThat(leftOut).as("places and sockets that turn 15 to 30 % away").hasSizeGreaterThan(10);
    assertThat(MeasuredPlaces.median(leftOut)).as("median error: %s", leftOut).isLessThan(0.15);
    assertThat(MeasuredPlaces.worst(leftOut)).as("worst error: %s", leftOut).isLessThan(0.30);
  }

  @Test
  void theProductsIntervalsHoldTheTruthWhereUsersAreFewAsWell() {
    MeasuredPlaces places = MeasuredPlaces.of(Needs.measured("ev-sessions-norway"));
    assertThat(places.product().values())
        .hasSizeGreaterThan(15)
        .allMatch(TownVerdict.Judged::covered);
  }

  @Test
  void placesWithFewUsersAreSaidToHaveTooFew() {
    MeasuredPlaces places = MeasuredPlaces.of(Needs.measured("ev-sessions-norway"));
    assertThat(places.tooFew()).containsExactly("BAR", "BAR_2", "BOD", "KRO", "OSL_2");
  }
}
