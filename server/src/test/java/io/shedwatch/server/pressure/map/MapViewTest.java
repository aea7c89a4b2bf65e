package io.shedwatch.server.pressure.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.site.Site;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MapViewTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
  private static final MapView.Window TWO_WEEKS = new MapView.Window(MONDAY, MONDAY.plusDays(13));

  /** b1 and b2 near s1 alone, b3 near s2 alone. */
  private static Walks walks(int first, int second, int third) {
    Site.Name name = new Site.Name("名", "name");
    List<Site.Building> buildings =
        List.of(
            new Site.Building("b1", name, "g1", first, -1, 0, 0),
            new Site.Building("b2", name, "g1", second, -1, 10, 0),
            new Site.Building("b3", name, "g1", third, -1, 1_000, 0));
    List<Site.Shed> sheds =
        List.of(
            new Site.Shed(new ShedId("s1"), name, 10, 5, 0, 6_000),
            new Site.Shed(new ShedId("s2"), name, 10, 1_005, 0, 6_000));
    return Walks.of(
        new Site(
            new SiteId("test"),
            name,
            ZoneId.of("Asia/Shanghai"),
            new Site.Reach(150, 3),
            List.of(),
            buildings,
            sheds,
            true));
  }

  private static GroupDay evening(int day, String sheds, double bikes) {
    double[] hours = new double[24];
    hours[19] = bikes;
    return new GroupDay(MONDAY.plusDays(day), sheds, Hours.of(hours), Optional.empty(), 0.01);
  }

  private static MapView view(Walks walks) {
    List<GroupDay> rows = List.of(evening(0, "s1", 3), evening(7, "s1", 5), evening(1, "s2", 20));
    return new MapView(walks, TWO_WEEKS, rows, List.of());
  }

  @Test
  void aGroupUnderTenHouseholdsIsInNoFigureAtAll() {
    MapView view = view(walks(12, 12, 9));
    assertThat(view.groups()).hasSize(1);
    assertThat(view.groups().get(0).group().key()).isEqualTo("s1");
    assertThat(view.buildings(0.1))
        .extracting(MapView.RankedBuilding::building)
        .containsExactly("b1", "b2");
    assertThat(view.total(0.01).estimate()).as("not in the total either").isEqualTo(8);
    assertThat(view.sheds(List.of("s1", "s2"), 0.01))
        .extracting(shed -> shed.turnedAway().estimate())
        .containsExactly(8.0, 0.0);
    assertThat(view.turnedAway("s2")).containsOnly(0);
  }

  @Test
  void aBuildingUnderTenHouseholdsHasNoFigureOfItsOwn() {
    MapView view = view(walks(9, 12, 12));
    assertThat(view.groups()).hasSize(2);
    assertThat(view.buildings(0.1))
        .extracting(MapView.RankedBuilding::building)
        .containsExactly("b3", "b2");
  }

  @Test
  void tenHouseholdsAreEnough() {
    assertThat(view(walks(12, 12, 10)).groups())
        .extracting(one -> one.rank() + " " + one.group().key())
        .containsExactly("1 s2", "2 s1");
  }

  @Test
  void aBuildingsPartOfItsGroupIsLessCertainThanTheGroup() {
    MapView view = view(walks(12, 36, 9));
    MapView.RankedBuilding larger = view.buildings(0.2).get(0);
    assertThat(larger.turnedAway().estimate()).isCloseTo(6, within(1e-9));
    double relative = (larger.turnedAway().high() - larger.turnedAway().low()) / 6;
    MapView.Ranked group = view.groups().get(0);
    assertThat(relative).isGreaterThan((group.turnedAway().high() - group.turnedAway().low()) / 8);
  }

  @Test
  void theMeanWeekIsTheSumOverItsWeeks() {
    MapView view = view(walks(12, 12, 12));
    assertThat(view.week(view.shown().get(0)).get(19).estimate()).isCloseTo(4, within(1e-9));
    assertThat(view.turnedAway("s2")[24 + 19]).isCloseTo(10, within(1e-9));
  }

  @Test
  void hoursThatWereNotSeenAreNotCalledFree() {
    double[] full = new double[24];
    double[] dark = new double[24];
    full[19] = 15;
    dark[19] = 30;
    Arrays.fill(dark, 0, 6, 60);
    ShedDay day = new ShedDay(MONDAY, "s1", 4, Hours.of(full), Hours.of(dark));
    List<?> share =
        new MapView(walks(12, 12, 12), TWO_WEEKS, List.of(), List.of(day)).fullShare("s1");
    assertThat(share.get(3)).isNull();
    assertThat(share.get(19)).isEqualTo(0.5);
    assertThat(share.get(12)).isEqualTo(0.0);
    assertThat(share.get(24)).as("a day that is not kept").isNull();
  }

  @Test
  void hoursAreKeptToFourDigits() {
    double[] values = new double[24];
    values[3] = 1 / 3.0;
    Hours back = Hours.parse(Hours.of(values).text());
    assertThat(back.at(3)).isEqualTo(0.3333);
    assertThat(back.sum(0, 24)).isEqualTo(0.3333);
  }
}
