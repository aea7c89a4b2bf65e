package io.shedwatch.server.pressure.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.pressure.Darkness;
import io.shedwatch.server.site.Site;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Seven days of one shed with two sockets. */
final class ShedFillTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
  private static final double WEEK_MINUTES = 7 * 24 * 60;

  private static final Site.Name NAME = new Site.Name("棚", "shed");
  private static final Site SITE =
      new Site(
          new SiteId("test"),
          NAME,
          ZONE,
          new Site.Reach(150, 3),
          List.of(),
          List.of(),
          List.of(new Site.Shed(new ShedId("s1"), NAME, 2, 0, 0, 6_000)),
          true);

  private static long at(int day, String time) {
    return MONDAY
        .plusDays(day)
        .atTime(LocalTime.parse(time))
        .atZone(ZONE)
        .toInstant()
        .toEpochMilli();
  }

  private static Charge charge(int socket, long from, long until) {
    return new Charge(0, socket, from, 0, until, false, true);
  }

  private static Watched watched(List<Charge> charges, List<Darkness> dark) {
    return new Watched(at(-20, "00:00"), at(7, "00:00"), charges, List.of(), dark);
  }

  private static ShedFill week(Watched watched) {
    return JdbcShedWeek.of(SITE, Optional.of(watched), MONDAY).sheds().get(0);
  }

  @Test
  void minutesAreCountedInTheHourOfTheDayTheyFallIn() {
    ShedFill fill =
        week(
            watched(
                List.of(
                    charge(1, at(1, "17:30"), at(1, "19:15")),
                    charge(2, at(1, "18:40"), at(1, "23:00"))),
                List.of()));
    assertThat(fill.hours().get(17)).isEqualTo(new ShedFill.Hour(420, 0, 2 * 420 - 30));
    assertThat(fill.hours().get(18)).isEqualTo(new ShedFill.Hour(420, 20, 2 * 420 - 60 - 20));
    assertThat(fill.hours().get(19)).isEqualTo(new ShedFill.Hour(420, 15, 2 * 420 - 15 - 60));
    assertThat(fill.between(0, 24).seenMinutes()).isEqualTo(WEEK_MINUTES);
  }

  @Test
  void whatLastsFromTheWeekBeforeAndIntoTodayCountsForTheWeekOnly() {
    ShedFill fill = week(watched(List.of(charge(1, at(-1, "20:00"), 0)), List.of()));
    assertThat(fill.between(0, 24)).isEqualTo(new ShedFill.Hour(WEEK_MINUTES, 0, WEEK_MINUTES));
  }

  @Test
  void aSilentShedIsNeitherFullNorFree() {
    Darkness day = new Darkness(0, at(2, "00:00"), at(3, "00:00"));
    List<Charge> full =
        List.of(
            charge(1, at(2, "00:00"), at(3, "00:00")), charge(2, at(2, "00:00"), at(3, "00:00")));
    ShedFill.Hour all = week(watched(full, List.of(day))).between(0, 24);
    assertThat(all.seenMinutes()).isEqualTo(WEEK_MINUTES - Duration.ofDays(1).toMinutes());
    assertThat(all.fullMinutes()).isZero();
    assertThat(all.freeMinutes()).isEqualTo(2 * all.seenMinutes());
  }

  @Test
  void daysWithoutAnyRowAreNotSeen() {
    Watched early = new Watched(at(-9, "00:00"), at(2, "00:00"), List.of(), List.of(), List.of());
    assertThat(week(early).between(0, 24).seenMinutes()).isEqualTo(2 * 24 * 60);
    JdbcShedWeek.Week none = JdbcShedWeek.of(SITE, Optional.empty(), MONDAY);
    assertThat(none.sheds().get(0).between(0, 24).seenMinutes()).isZero();
    assertThat(none.last()).isEqualTo(LocalDate.parse("2026-03-08"));
  }

  @Test
  void aSocketThatProtectionCutIsNotFree() {
    Watched cut =
        new Watched(
            at(-20, "00:00"),
            at(7, "00:00"),
            List.of(),
            List.of(charge(1, at(0, "00:00"), at(0, "12:00"))),
            List.of());
    assertThat(week(cut).between(0, 24).freeMinutes())
        .isCloseTo(2 * WEEK_MINUTES - 720, within(1e-6));
  }
}
