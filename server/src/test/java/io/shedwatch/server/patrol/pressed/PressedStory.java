package io.shedwatch.server.patrol.pressed;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.patrol.pressed.ShedSight.Sight;
import io.shedwatch.server.pressure.map.JdbcBuildingWeek;
import io.shedwatch.server.pressure.map.Walks;
import io.shedwatch.server.rule.FlyLinePressure;
import io.shedwatch.server.rule.RuleSet;
import io.shedwatch.server.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A small estate: house 1 has s01 and s02 in reach, house 2 has s02 and s01, nobody has s03, which
 * is 400 m away. 2.4 attempts an hour at each house, whatever the hour.
 */
final class PressedStory {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final double EACH_HOUR = 2.4;

  private static final Site SITE =
      new Site(
          new SiteId("test"),
          new Site.Name("测试", "Test"),
          ZONE,
          new Site.Reach(150, 3),
          List.of(),
          List.of(house(1, 0), house(2, 100)),
          List.of(shed(1, 0), shed(2, 100), shed(3, 500)),
          true);

  private final PressedWatch watch = new PressedWatch(SITE, Neighbourhood.of(SITE, Walks.of(SITE)));
  private final FlyLinePressure rule = RuleSet.BUILT_IN.flyLinePressure();
  private PressedWatch.Memory memory = PressedWatch.Memory.EMPTY;
  private Instant now;

  PressedStory(int hour) {
    this.now = ZonedDateTime.of(2026, 3, 2, hour, 0, 0, 0, ZONE).toInstant();
  }

  private static Site.Building house(int number, double x) {
    Site.Name name = new Site.Name(number + "号楼", "House " + number);
    return new Site.Building("b0" + number, name, "", 20, -1, x, 20);
  }

  private static Site.Shed shed(int number, double x) {
    Site.Name name = new Site.Name(number + "号车棚", "Shed " + number);
    return new Site.Shed(new ShedId("s0" + number), name, 10, x, 0, 6_000);
  }

  static JdbcBuildingWeek.Week week() {
    List<Double> each = Collections.nCopies(168, EACH_HOUR);
    Map<String, List<Double>> both = Map.of("b01", each, "b02", each);
    return new JdbcBuildingWeek.Week(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, 1, 0, both, both);
  }

  Instant now() {
    return now;
  }

  /** The server was started again with these alerts active. */
  void restart(PressedWatch.Active... active) {
    memory = watch.resume(List.of(active));
  }

  /** One look: what is seen of s01, s02, s03; three sockets are free where one is. */
  List<Deed> look(Sight... sights) {
    Map<String, ShedSight> all = new LinkedHashMap<>();
    for (int i = 0; i < sights.length; i++) {
      Site.Shed place = SITE.sheds().get(i);
      int free = sights[i] == Sight.FREE ? 3 : 0;
      all.put(
          place.shed().value(),
          new ShedSight(place, sights[i], free, OptionalLong.empty(), OptionalDouble.empty()));
    }
    PressedWatch.Turn turn = watch.look(memory, all, week(), rule, now);
    memory = turn.next();
    return turn.deeds();
  }

  /** Looks every ten seconds for so long. */
  List<Deed> look(Duration time, Sight... sights) {
    List<Deed> deeds = new ArrayList<>();
    for (long seconds = 0; seconds < time.toSeconds(); seconds += 10) {
      now = now.plusSeconds(10);
      deeds.addAll(look(sights));
    }
    return deeds;
  }
}
