package io.shedwatch.server.patrol.pressed;

import io.shedwatch.server.patrol.PatrolWindow;
import io.shedwatch.server.patrol.pressed.Neighbourhood.Home;
import io.shedwatch.server.patrol.pressed.ShedSight.Sight;
import io.shedwatch.server.pressure.map.JdbcBuildingWeek;
import io.shedwatch.server.rule.FlyLinePressure;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One neighbourhood at one moment. Buildings without a figure in the pressure map (under ten
 * households, or no estimate yet) are not looked at.
 *
 * @param pressed buildings that have every shed in reach full or in a planned outage
 * @param shut the sheds in reach of the pressed, in the order of the first who goes there
 * @param unsure whether a building has a silent shed in reach and no free one
 * @param expected turned away in the next hour, of the pressed
 */
record Situation(
    Neighbourhood place,
    List<Home> pressed,
    List<ShedSight> shut,
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
    Set<ShedSight> shut = new LinkedHashSet<>();
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
      if (reach.stream().allMatch(ShedSight::isShut)) {
        pressed.add(home);
        shut.addAll(reach);
        expected += Coming.turnedAway(demand, reach, now);
      } else {
        unsure |= reach.stream().noneMatch(shed -> shed.sight() == Sight.FREE);
      }
    }
    return new Situation(
        place,
        pressed,
        List.copyOf(shut),
        unsure || weeks.isEmpty(),
        expected,
        Redirect.from(place.shed(), sights.values()),
        PatrolWindow.best(weeks, now));
  }

  FlyLinePressure.Around around() {
    return new FlyLinePressure.Around(expected, unsure, redirect.isPresent() || patrol.isPresent());
  }
}
