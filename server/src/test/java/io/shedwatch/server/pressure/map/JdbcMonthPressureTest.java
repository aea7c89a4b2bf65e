package io.shedwatch.server.pressure.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.export.TurnedAway;
import io.shedwatch.server.intake.TestDatabase;
import io.shedwatch.server.pressure.Start;
import io.shedwatch.server.site.Site;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdbcMonthPressureTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  @TempDir private Path folder;

  /** b1 and b2 near s1 alone, b3 near s2 alone: a group under ten households. */
  private static Site site() {
    Site.Name name = new Site.Name("名", "name");
    return new Site(
        new SiteId("test"),
        name,
        ZoneId.of("Asia/Shanghai"),
        new Site.Reach(150, 3),
        List.of(),
        List.of(
            new Site.Building("b1", name, "g1", 12, -1, 0, 0),
            new Site.Building("b2", name, "g1", 20, -1, 10, 0),
            new Site.Building("b3", name, "g1", 9, -1, 1_000, 0)),
        List.of(
            new Site.Shed(new ShedId("s1"), name, 10, 5, 0, 6_000),
            new Site.Shed(new ShedId("s2"), name, 10, 1_005, 0, 6_000)),
        true);
  }

  private static Hours evening(double value) {
    double[] hours = new double[24];
    hours[19] = value;
    return Hours.of(hours);
  }

  private static GroupDay group(LocalDate day, String sheds, double bikes) {
    return new GroupDay(day, sheds, evening(bikes), Optional.empty(), 0.01);
  }

  private static ShedDay shed(LocalDate day, String shed, double full) {
    return new ShedDay(day, shed, 5, evening(full), evening(full / 2));
  }

  private static JdbcMonthPressure kept(TestDatabase database) throws Exception {
    Site site = site();
    JdbcPressure kept = new JdbcPressure(database.pool(), site.site());
    JdbcMonthPressure month = new JdbcMonthPressure(kept, Walks.of(site), site);
    assertThat(month.of(MARCH)).as("before the first night").isEmpty();
    Instant from = Instant.parse("2026-02-20T16:00:00Z");
    kept.keep(
        new Estimating.Night(
            new Fit(
                Instant.parse("2026-03-20T19:30:00Z"),
                from,
                Instant.parse("2026-03-19T16:00:00Z"),
                new Fit.Made(900, 0, 0, 1),
                new Fit.Trust(0.01, 0.1),
                50),
            List.of(
                group(FIRST.minusDays(1), "s1", 100),
                group(FIRST, "s1", 3),
                group(FIRST.plusDays(1), "s1", 5),
                group(FIRST.plusDays(1), "s2", 20)),
            List.of(
                shed(FIRST.minusDays(1), "s1", 60),
                shed(FIRST, "s1", 30),
                shed(FIRST.plusDays(1), "s2", 60)),
            new Start(0.5, 0.1, 0.2, 16, List.of(1.25, 0.75), List.of(-1.5, 0.25))),
        Walks.of(site));
    return month;
  }

  @Test
  void theNextNightBeginsWithWhatThisOneFoundUnlessShedsChanged() throws Exception {
    try (TestDatabase database = TestDatabase.h2(folder)) {
      kept(database);
      JdbcPressure kept = new JdbcPressure(database.pool(), site().site());
      Start start = kept.start(Walks.of(site())).orElseThrow();
      assertThat(start.kappa()).isEqualTo(0.5);
      assertThat(start.weights()).containsExactly(1.25, 0.75);
      assertThat(start.rhythm()).containsExactly(-1.5, 0.25);
      Walks others = new Walks(Walks.of(site()).map(), List.of(), Map.of());
      assertThat(kept.start(others)).isEmpty();
    }
  }

  @Test
  void aMonthHasItsOwnDaysAndTheLongestFullShedFirst() throws Exception {
    try (TestDatabase database = TestDatabase.h2(folder)) {
      TurnedAway march = kept(database).of(MARCH).orElseThrow();
      assertThat(march.days()).isEqualTo(2);
      assertThat(march.fittedAt()).isEqualTo(Instant.parse("2026-03-20T19:30:00Z"));
      assertThat(march.darkHours()).isEqualTo(0.75);
      assertThat(march.sheds()).extracting(TurnedAway.Shed::shed).containsExactly("s2", "s1");
      assertThat(march.sheds().get(1).fullHours()).isEqualTo(0.5);
      assertThat(march.sheds().get(1).turnedAway().estimate()).isEqualTo(8);
    }
  }

  @Test
  void aGroupUnderTenHouseholdsIsInNoFigureOfTheMonth() throws Exception {
    try (TestDatabase database = TestDatabase.h2(folder)) {
      TurnedAway march = kept(database).of(MARCH).orElseThrow();
      assertThat(march.groups()).hasSize(1);
      assertThat(march.groups().get(0).buildings()).containsExactly("b1", "b2");
      assertThat(march.total().estimate()).as("not in the total either").isEqualTo(8);
      assertThat(march.total().low()).isLessThan(8);
      assertThat(march.total().high()).isGreaterThan(8);
      assertThat(march.sheds().get(0).turnedAway().estimate()).isZero();
    }
  }

  @Test
  void aMonthThatNoNightLookedAtHasNoFigures() throws Exception {
    try (TestDatabase database = TestDatabase.h2(folder)) {
      assertThat(kept(database).of(MARCH.minusMonths(2))).isEmpty();
    }
  }
}
