package io.shedwatch.server.patrol.pressed;

import io.shedwatch.server.pressure.map.Walks;
import io.shedwatch.server.site.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Buildings that go to the same shed first: one alert at a time.
 *
 * @param homes in the order of the site's groups
 */
record Neighbourhood(Site.Shed shed, List<Home> homes) {
  Neighbourhood {
    homes = List.copyOf(homes);
  }

  /**
   * One building.
   *
   * @param sheds in reach, the nearest first; at least one
   */
  record Home(Site.Building building, List<String> sheds) {
    String name() {
      return building.building();
    }
  }

  static List<Neighbourhood> of(Site site, Walks walks) {
    Map<String, List<Home>> byShed = new LinkedHashMap<>();
    for (Walks.Group group : walks.groups()) {
      for (Site.Building building : group.buildings()) {
        byShed
            .computeIfAbsent(group.sheds().get(0), ignored -> new ArrayList<>())
            .add(new Home(building, group.sheds()));
      }
    }
    List<Neighbourhood> all = new ArrayList<>();
    byShed.forEach(
        (shed, homes) -> all.add(new Neighbourhood(site.shed(shed).orElseThrow(), homes)));
    return all;
  }
}
