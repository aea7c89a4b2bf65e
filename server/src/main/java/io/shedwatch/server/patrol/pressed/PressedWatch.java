package io.shedwatch.server.patrol.pressed;

import io.shedwatch.server.patrol.pressed.Neighbourhood.Home;
import io.shedwatch.server.pressure.map.JdbcBuildingWeek;
import io.shedwatch.server.rule.FlyLinePressure;
import io.shedwatch.server.rule.Hold;
import io.shedwatch.server.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at all neighbourhoods, one look after the other. Pure: time comes in. */
final class PressedWatch {
  private final Site site;
  private final List<Neighbourhood> places;
  private final Wording wording;

  PressedWatch(Site site, List<Neighbourhood> places) {
    this.site = site;
    this.places = List.copyOf(places);
    this.wording = new Wording(site.timezone());
  }

  /**
   * What is remembered between looks.
   *
   * @param shutSince since when a shed was seen full or out, epoch milliseconds, by shed
   * @param places by the shed that they go to first
   */
  record Memory(Map<String, Long> shutSince, Map<String, Kept> places) {
    static final Memory EMPTY = new Memory(Map.of(), Map.of());

    Memory {
      shutSince = Map.copyOf(shutSince);
      places = Map.copyOf(places);
    }
  }

  /** An alert that is active in the tables. */
  record Active(String alert, String shed, long raisedAt) {}

  /**
   * What is remembered of one neighbourhood.
   *
   * @param alert its active alert; empty text: none
   * @param buildings that the alert is about
   * @param said by the alert, last
   */
  record Kept(Hold hold, String alert, List<Home> buildings, Optional<Site.Name> said) {
    static final Kept NOTHING = new Kept(Hold.IDLE, "", List.of(), Optional.empty());
  }

  /**
   * After a restart: the alerts that were active go on, and what they were raised about has been
   * full since then at the latest.
   */
  Memory resume(List<Active> active) {
    Map<String, Long> shutSince = new HashMap<>();
    Map<String, Kept> kept = new HashMap<>();
    for (Active one : active) {
      Hold hold = new Hold(one.raisedAt(), one.raisedAt(), 0);
      kept.put(one.shed(), new Kept(hold, one.alert(), List.of(), Optional.empty()));
      places.stream()
          .filter(place -> place.shed().shed().value().equals(one.shed()))
          .flatMap(place -> place.homes().stream())
          .flatMap(home -> home.sheds().stream())
          .forEach(shed -> shutSince.merge(shed, one.raisedAt(), Math::min));
    }
    return new Memory(shutSince, kept);
  }

  /** A look. */
  record Turn(Memory next, List<Deed> deeds) {}

  Turn look(
      Memory before,
      Map<String, ShedSight> sights,
      JdbcBuildingWeek.Week week,
      FlyLinePressure rule,
      Instant now) {
    Map<String, Long> shutSince = new HashMap<>();
    sights.forEach(
        (shed, sight) -> {
          if (sight.isShut()) {
            shutSince.put(shed, before.shutSince().getOrDefault(shed, now.toEpochMilli()));
          }
        });
    Map<String, Kept> kept = new HashMap<>();
    List<Deed> deeds = new ArrayList<>();
    for (Neighbourhood place : places) {
      String shed = place.shed().shed().value();
      Situation situation = Situation.of(place, sights, week, now.atZone(site.timezone()));
      Kept was = before.places().getOrDefault(shed, Kept.NOTHING);
      Hold.Turn turn = rule.next(was.hold(), situation.around(), now.toEpochMilli());
      Step step = new Step(situation, shutSince, turn, rule.turnedAway());
      kept.put(shed, step(was, step, deeds));
    }
    return new Turn(new Memory(shutSince, kept), deeds);
  }

  /** What one neighbourhood's turn is carried out with. */
  private record Step(
      Situation situation, Map<String, Long> shutSince, Hold.Turn turn, double limit) {}

  private Kept step(Kept was, Step step, List<Deed> deeds) {
    Hold hold = step.turn().next();
    if (step.turn().change() == Hold.Change.CLEARED) {
      deeds.add(new Deed.Clear(was.alert(), step.turn().at()));
      return Kept.NOTHING;
    }
    if (!hold.isRaised()) {
      return new Kept(hold, "", List.of(), Optional.empty());
    }
    Situation situation = step.situation();
    List<Home> buildings = situation.pressed().isEmpty() ? was.buildings() : situation.pressed();
    Site.Name words = wording.of(situation, buildings, since(step));
    String alert = was.alert();
    if (step.turn().change() == Hold.Change.RAISED) {
      Site.Shed shed = situation.place().shed();
      long at = step.turn().at();
      alert = site.site() + "-pressure-" + shed.shed() + "-" + at;
      deeds.add(new Deed.Raise(alert, shed, at, situation.expected(), step.limit(), words));
    } else if (!was.said().equals(Optional.of(words))) {
      deeds.add(new Deed.Restate(alert, words));
    }
    return new Kept(hold, alert, buildings, Optional.of(words));
  }

  /** Since when the first of the pressed buildings has had nothing in reach. */
  private static long since(Step step) {
    return step.situation().pressed().stream()
        .mapToLong(
            home ->
                home.sheds().stream()
                    .mapToLong(shed -> step.shutSince().getOrDefault(shed, 0L))
                    .max()
                    .orElse(0))
        .min()
        .orElse(0);
  }
}
