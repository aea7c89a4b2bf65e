package io.shedwatch.server.patrol.pressed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shedwatch.contract.ShedId;
import io.shedwatch.server.patrol.pressed.ShedSight.Sight;
import io.shedwatch.server.site.Site;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ComingTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 2, 18, 30, 0, 0, PressedStory.ZONE);

  private static ShedSight full(OptionalLong inMinutes, OptionalDouble chance) {
    Site.Shed place = new Site.Shed(new ShedId("s01"), new Site.Name("一", "One"), 10, 0, 0, 6_000);
    OptionalLong at =
        inMinutes.isPresent()
            ? OptionalLong.of(NOW.plusMinutes(inMinutes.getAsLong()).toInstant().toEpochMilli())
            : OptionalLong.empty();
    return new ShedSight(place, Sight.FULL, 0, at, chance);
  }

  private static ShedSight full(long inMinutes, double chance) {
    return full(OptionalLong.of(inMinutes), OptionalDouble.of(chance));
  }

  private static double share(ShedSight... reach) {
    return Coming.blockedShare(List.of(reach), NOW.toInstant().toEpochMilli());
  }

  @Test
  void whatNobodyForecastsStaysFull() {
    ShedSight silent = full(OptionalLong.empty(), OptionalDouble.empty());
    assertThat(share(silent)).isEqualTo(1);
    assertThat(share(silent, full(OptionalLong.of(15), OptionalDouble.empty())))
        .as("a quarter of an hour, then one is free")
        .isCloseTo(0.25, within(1e-9));
  }

  @Test
  void itIsTheWaitForTheFirstAndThenTheChanceThatAllAreFullAgain() {
    assertThat(share(full(30, 0.5))).isCloseTo(0.5 + 0.5 * 0.5, within(1e-9));
    assertThat(share(full(30, 0.5), full(15, 0.4)))
        .isCloseTo(0.25 + 0.75 * 0.5 * 0.4, within(1e-9));
    assertThat(share(full(90, 0.2))).as("not within the hour").isEqualTo(1);
    assertThat(share(full(-5, 0))).as("expected already").isEqualTo(0);
  }

  @Test
  void theNextSixtyMinutesTakeFromBothHoursOfTheWeek() {
    List<Double> demand = new ArrayList<>(Collections.nCopies(168, 0.0));
    demand.set(18, 4.0);
    demand.set(19, 2.0);
    assertThat(Coming.turnedAway(demand, List.of(full(90, 1)), NOW)).isCloseTo(3, within(1e-9));
    ZonedDateTime sunday = NOW.plusDays(6).withHour(23);
    demand.set(0, 8.0);
    assertThat(
            Coming.turnedAway(
                demand, List.of(full(OptionalLong.empty(), OptionalDouble.empty())), sunday))
        .as("the week is a ring")
        .isCloseTo(4, within(1e-9));
  }
}
