package io.shedwatch.simulation.truth;

import io.shedwatch.server.pressure.Darkness;
import io.shedwatch.server.pressure.Estimator;
import io.shedwatch.server.pressure.WalkMap;
import io.shedwatch.server.pressure.map.Charge;
import io.shedwatch.server.pressure.map.Occupancy;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands a town to the server's estimate: what sheds saw, and nothing else. */
final class TruthMap {
  private TruthMap() {}

  static WalkMap of(TruthTown town) {
    Map<List<Integer>, List<Integer>> alike = new LinkedHashMap<>();
    for (int house = 0; house < town.layout().houses().size(); house++) {
      List<Integer> sheds = town.layout().inReach(house);
      if (!sheds.isEmpty()) {
        alike.computeIfAbsent(sheds, ignored -> new ArrayList<>()).add(house);
      }
    }
    List<WalkMap.Group> groups = new ArrayList<>();
    alike.forEach(
        (sheds, houses) ->
            groups.add(
                new WalkMap.Group(
                    houses,
                    houses.stream()
                        .mapToInt(house -> town.layout().houses().get(house).households())
                        .sum(),
                    sheds,
                    bikes(town, houses))));
    return new WalkMap(
        groups, town.layout().stands().stream().map(TruthTown.Stand::sockets).toList());
  }

  private static Optional<Integer> bikes(TruthTown town, List<Integer> houses) {
    int sum = houses.stream().mapToInt(house -> town.layout().houses().get(house).bikes()).sum();
    return sum > 0 ? Optional.of(sum) : Optional.empty();
  }

  static Estimator.Watched watched(TruthTown town, WalkMap map, int samples) {
    return watched(town, map, samples, Long.MIN_VALUE);
  }

  /**
   * What the server is told.
   *
   * @param ordersUntil of sessions that began earlier only the end of the charge is known, as a
   *     vendor's import has it
   */
  static Estimator.Watched watched(TruthTown town, WalkMap map, int samples, long ordersUntil) {
    return watched(town, map, samples, ordersUntil, ZoneId.of("Asia/Shanghai"));
  }

  static Estimator.Watched watched(
      TruthTown town, WalkMap map, int samples, long ordersUntil, ZoneId zone) {
    List<Darkness> dark =
        town.outages().stream()
            .map(one -> new Darkness(one.shed(), one.from(), one.until()))
            .toList();
    List<Charge> charges =
        town.sessions().stream().map(one -> charge(one, one.at() < ordersUntil)).toList();
    return new Estimator.Watched(
        map,
        zone,
        Occupancy.stays(zone, map, charges, dark),
        dark,
        town.from(),
        town.until(),
        samples,
        1,
        charges.stream().filter(one -> !one.endKnown()).count() / (double) charges.size());
  }

  private static Charge charge(TruthTown.Charged one, boolean order) {
    return new Charge(
        one.shed(),
        one.socket(),
        one.at(),
        one.full(),
        order ? one.full() : one.gone(),
        order,
        !order);
  }
}
