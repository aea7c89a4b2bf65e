package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.WalkMap;
import io.shedwatch.server.site.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who of a site can walk where. Buildings without a shed in reach are in no group: nothing is known
 * of them.
 *
 * @param map groups in the order of the site's buildings
 * @param groups the same groups, by the sheds' own names
 */
public record Walks(WalkMap map, List<Group> groups, Map<String, Integer> shedIndex) {
  public Walks {
    groups = List.copyOf(groups);
    shedIndex = Map.copyOf(shedIndex);
  }

  /**
   * Buildings with the same sheds in the same order of distance.
   *
   * @param key the sheds with commas, the nearest first: what the group is kept under
   */
  public record Group(String key, List<String> sheds, List<Site.Building> buildings) {
    public Group {
      sheds = List.copyOf(sheds);
      buildings = List.copyOf(buildings);
    }

    /** Bikes of all buildings; empty where those of one are not known. */
    public Optional<Integer> bikes() {
      return buildings.stream().anyMatch(building -> building.bikes() < 0)
          ? Optional.empty()
          : Optional.of(buildings.stream().mapToInt(Site.Building::bikes).sum());
    }

    public int households() {
      return buildings.stream().mapToInt(Site.Building::households).sum();
    }
  }

  /** Whether too few people use a group's only shed for a number that can be trusted. */
  boolean tooFew(Group group) {
    return map.groups().get(groups.indexOf(group)).tooFew();
  }

  public static Walks of(Site site) {
    Map<String, Integer> shedIndex = new HashMap<>();
    for (int i = 0; i < site.sheds().size(); i++) {
      shedIndex.put(site.sheds().get(i).shed().value(), i);
    }
    Map<List<String>, List<Integer>> alike = new LinkedHashMap<>();
    for (int i = 0; i < site.buildings().size(); i++) {
      List<String> sheds = inReach(site, site.buildings().get(i));
      if (!sheds.isEmpty()) {
        alike.computeIfAbsent(sheds, ignored -> new ArrayList<>()).add(i);
      }
    }
    List<Group> groups = new ArrayList<>();
    List<WalkMap.Group> indexed = new ArrayList<>();
    alike.forEach(
        (sheds, buildings) -> {
          Group group =
              new Group(
                  String.join(",", sheds),
                  sheds,
                  buildings.stream().map(site.buildings()::get).toList());
          groups.add(group);
          indexed.add(
              new WalkMap.Group(
                  buildings,
                  group.households(),
                  sheds.stream().map(shedIndex::get).toList(),
                  group.bikes()));
        });
    List<Integer> sockets = site.sheds().stream().map(Site.Shed::sockets).toList();
    return new Walks(new WalkMap(indexed, sockets), groups, shedIndex);
  }

  /** Sheds within the site's reach, the nearest first. */
  public static List<String> inReach(Site site, Site.Building building) {
    return site.inReach(building).stream().map(shed -> shed.shed().value()).toList();
  }
}
