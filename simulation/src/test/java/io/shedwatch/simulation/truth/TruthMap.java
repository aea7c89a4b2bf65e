package io.shedwatch.simulation.truth;

import io.shedwatch.server.pressure.Darkness;
import io.shedwatch.server.pressure.Estimator;
import io.shedwatch.server.pressure.Stay;
import io.shedwatch.server.pressure.WalkMap;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
                    sheds)));
    return new WalkMap(
        groups, town.layout().stands().stream().map(TruthTown.Stand::sockets).toList());
  }

  static Estimator.Watched watched(TruthTown town, WalkMap map, int samples) {
    return watched(town, map, samples, ZoneId.of("Asia/Shanghai"));
  }

  static Estimator.Watched watched(TruthTown town, WalkMap map, int samples, ZoneId zone) {
    List<Stay> stays =
        town.sessions().stream()
            .map(one -> new Stay(one.shed(), one.at(), one.gone(), true))
            .toList();
    List<Darkness> dark =
        town.outages().stream()
            .map(one -> new Darkness(one.shed(), one.from(), one.until()))
            .toList();
    return new Estimator.Watched(map, zone, stays, dark, town.from(), town.until(), samples, 1);
  }
}
