package io.shedwatch.server.patrol.pressed;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.forecast.Expected;
import io.shedwatch.server.forecast.ShedForecast;
import io.shedwatch.server.forecast.ShedSeen;
import io.shedwatch.server.site.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What may be said of one shed now.
 *
 * @param free sockets; 0 unless {@link Sight#FREE}
 * @param nextFreeAt when a socket is expected, epoch milliseconds; empty: nobody says
 * @param fullChance chance of being full at the next full hour; empty: nobody says
 */
record ShedSight(
    Site.Shed place, Sight sight, int free, OptionalLong nextFreeAt, OptionalDouble fullChance) {

  /** As far as the board is believed. */
  enum Sight {
    FREE,
    /** Every socket is known and none is free, whatever else it is. */
    FULL,
    /** In a planned outage: nobody charges there, and nobody is sent there. */
    OUT,
    /** Silent, or some socket's use is not known and none is free. */
    UNKNOWN
  }

  String shed() {
    return place.shed().value();
  }

  /** Whether nobody who comes can charge here, as far as the board is believed. */
  boolean isShut() {
    return sight == Sight.FULL || sight == Sight.OUT;
  }

  /**
   * All sheds of a site by their names, in its order.
   *
   * @param isOut whether a planned outage of the shed lasts
   */
  static Map<String, ShedSight> of(
      Site site,
      List<ShedSeen> believed,
      Predicate<ShedId> isOut,
      Map<ShedId, ShedForecast> forecasts) {
    Map<ShedId, ShedSeen> seen =
        believed.stream().collect(Collectors.toMap(ShedSeen::shed, Function.identity()));
    Map<String, ShedSight> sights = new LinkedHashMap<>();
    for (Site.Shed place : site.sheds()) {
      sights.put(
          place.shed().value(),
          isOut.test(place.shed())
              ? out(place)
              : of(
                  place,
                  Optional.ofNullable(seen.get(place.shed())),
                  Optional.ofNullable(forecasts.get(place.shed()))));
    }
    return sights;
  }

  private static ShedSight out(Site.Shed place) {
    return new ShedSight(place, Sight.OUT, 0, OptionalLong.empty(), OptionalDouble.empty());
  }

  private static ShedSight of(
      Site.Shed place, Optional<ShedSeen> seen, Optional<ShedForecast> forecast) {
    long free = count(seen, Usage.FREE);
    boolean known = seen.isPresent() && count(seen, Usage.UNKNOWN) == 0;
    Sight sight = free > 0 ? Sight.FREE : known ? Sight.FULL : Sight.UNKNOWN;
    Optional<Expected> next = forecast.flatMap(ShedForecast::nextFree);
    List<Double> chances = forecast.map(ShedForecast::fullChance).orElse(List.of());
    return new ShedSight(
        place,
        sight,
        (int) free,
        next.isPresent() ? OptionalLong.of(next.get().at()) : OptionalLong.empty(),
        chances.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(chances.get(0)));
  }

  private static long count(Optional<ShedSeen> seen, Usage usage) {
    return seen.stream()
        .flatMap(shed -> shed.sockets().stream())
        .filter(socket -> socket.usage() == usage)
        .count();
  }
}
