package io.shedwatch.server.patrol.pressed;

import io.shedwatch.server.patrol.PatrolWindow;
import io.shedwatch.server.patrol.pressed.Neighbourhood.Home;
import io.shedwatch.server.patrol.pressed.ShedSight.Sight;
import io.shedwatch.server.pressure.map.JdbcBuildingWeek;
import io.shedwatch.server.rule.FlyLinePressure;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One neighbourhood at one moment. Buildings without a figure in the pressure map (under ten
 * households, or no estimate yet) are not looked at.
 *
 * @param pressed buildings that have every shed in reach full
 * @param unsure whether a building has a silent shed in reach and no free one
 * @param expected turned away in the next hour, of the pressed
 */
record Situation(
    Neighbourhood place,
    List<Home> pressed,
    boolean unsure,
    double expected,
    Optional<Redirect> redirect,
    Optional<PatrolWindow> patrol) {

  static Situation of(
      Neighbourhood place,
      Map<String, ShedSight> sights,
      JdbcBuildingWeek.Week week,
      ZonedDateTime now) {
    List<Home> pressed = new ArrayList<>();
    List<List<Double>> weeks = new ArrayList<>();
    boolean unsure = false;
    double expected = 0;
    for (Home home : place.homes()) {
      List<Double> demand = week.demand().getOrDefault(home.name(), List.of());
      if (demand.isEmpty()) {
        continue;
      }
      weeks.add(week.turnedAway().getOrDefault(home.name(), demand));
      List<ShedSight> reach = home.sheds().stream().map(sights::get).toList();
      if (reach.stream().allMatch(shed -> shed.sight() == Sight.FULL)) {
        pressed.add(home);
        expected += Coming.turnedAway(demand, reach, now);
      } else {
        unsure |= reach.stream().noneMatch(shed -> shed.sight() == Sight.FREE);
      }
    }
    return new Situation(
        place,
        pressed,
        unsure || weeks.isEmpty(),
        expected,
        Redirect.from(place.shed(), sights.values()),
        PatrolWindow.best(weeks, now));
  }

  FlyLinePressure.Around around() {
    return new FlyLinePressure.Around(expected, unsure, redirect.isPresent() || patrol.isPresent());
  }

  /** The sheds that are full for the pressed, in the order of the first who goes there. */
  List<String> fullSheds() {
    return pressed.stream().flatMap(home -> home.sheds().stream()).distinct().toList();
  }
}
