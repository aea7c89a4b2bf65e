package io.shedwatch.server.pressure.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.pressure.Darkness;
import io.shedwatch.server.pressure.Stay;
import io.shedwatch.server.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Today's hours in the place of the mean week's, as far as they are over and were seen. */
final class JdbcEveningTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Site.Name NAME = new Site.Name("名", "name");

  /** b01 between s01 and s02; b02 near s03 alone. */
  private static final Site SITE =
      new Site(
          new SiteId("tiny"),
          NAME,
          ZONE,
          new Site.Reach(150, 2),
          List.of(),
          List.of(
              new Site.Building("b01", NAME, "g1", 20, -1, 0, 0),
              new Site.Building("b02", NAME, "g1", 20, -1, 1_000, 0)),
          List.of(shed("s01", 1, 10), shed("s02", 2, 20), shed("s03", 1, 1_010)),
          false);

  private static final Walks WALKS = Walks.of(SITE);
  private static final ZonedDateTime MIDNIGHT = LocalDate.of(2026, 11, 25).atStartOfDay(ZONE);
  private static final int WEDNESDAY = 48;

  private static Site.Shed shed(String id, int sockets, double x) {
    return new Site.Shed(new ShedId(id), NAME, sockets, x, 0, 6_000);
  }

  private static long at(int hour, int minute) {
    return MIDNIGHT.withHour(hour).withMinute(minute).toInstant().toEpochMilli();
  }

  private static Stay stay(int shed, int fromHour, int untilHour) {
    return new Stay(shed, at(fromHour, 0), at(untilHour, 0), true);
  }

  private static Map<String, List<OptionalDouble>> blocked(
      List<Stay> stays, List<Darkness> dark, long now) {
    return BlockedToday.of(WALKS, new ShedHours.Seen(stays, dark), at(0, 0), now);
  }

  @Test
  void anHourIsBlockedAsFarAsEverySocketInReachWasTaken() {
    List<Stay> stays =
        List.of(
            stay(0, 17, 21),
            stay(1, 16, 22),
            new Stay(1, at(18, 30), at(19, 15), true),
            new Stay(2, at(18, 0), Long.MAX_VALUE, false));
    Map<String, List<OptionalDouble>> blocked = blocked(stays, List.of(), at(20, 40));
    List<OptionalDouble> both = blocked.getOrDefault("s01,s02", List.of());
    assertThat(both).as("hours that are over").hasSize(20);
    assertThat(both.get(17)).hasValue(0);
    assertThat(both.get(18)).hasValue(0.5);
    assertThat(both.get(19)).hasValue(0.25);
    assertThat(blocked.getOrDefault("s03", List.of()).get(19))
        .as("a socket that is cut, until further notice")
        .hasValue(1);
  }

  @Test
  void anHourInWhichAShedInReachWasSilentIsNotKnown() {
    List<Darkness> dark = List.of(new Darkness(1, at(18, 59), at(19, 1)));
    List<OptionalDouble> hours =
        blocked(List.of(), dark, at(21, 0)).getOrDefault("s01,s02", List.of());
    assertThat(hours.get(17)).hasValue(0);
    assertThat(hours.get(18)).isEmpty();
    assertThat(hours.get(19)).isEmpty();
    assertThat(hours.get(20)).hasValue(0);
  }

  @Test
  void whatIsSeenOfTodayStandsInThePlaceOfTheMeanAndTheRestOfTheWeekStays() {
    List<Double> mean = Collections.nCopies(168, 0.5);
    List<Double> demand = Collections.nCopies(168, 2.0);
    Instant any = Instant.EPOCH;
    JdbcBuildingWeek.Week week =
        new JdbcBuildingWeek.Week(
            any, any, any, 0, 0, Map.of("b01", mean, "b02", mean), Map.of("b01", demand));
    Map<String, List<OptionalDouble>> blocked =
        blocked(List.of(stay(0, 17, 23), stay(1, 17, 23), stay(1, 18, 23)), List.of(), at(19, 59));
    JdbcEvening.Evening evening =
        JdbcEvening.of(week, WALKS, blocked, MIDNIGHT.withHour(19).withMinute(59));
    List<Double> own = evening.turnedAway().getOrDefault("b01", List.of());
    assertThat(own.get(WEDNESDAY + 17)).as("there was room").isZero();
    assertThat(own.get(WEDNESDAY + 18)).as("all who came").isEqualTo(2);
    assertThat(own.get(WEDNESDAY + 19)).as("not over yet").isEqualTo(0.5);
    assertThat(own.get(18)).as("Monday").isEqualTo(0.5);
    assertThat(evening.seenUntilHour()).isEqualTo(19);
    assertThat(evening.turnedAway()).as("no estimate of who comes").containsEntry("b02", mean);
  }
}
