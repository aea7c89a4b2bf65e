package io.shedwatch.server.notice;

import io.shedwatch.server.site.Site;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** What places are called, and which grids they lie in. */
final class Places {
  private final Site site;

  Places(Site site) {
    this.site = site;
  }

  /**
   * The grids that something concerns: the building's own; of a shed that of the nearest building,
   * whose grid leader is nearest as well.
   */
  List<String> grids(Optional<String> shed, Optional<String> building) {
    TreeSet<String> grids = new TreeSet<>();
    building.flatMap(this::building).map(Site.Building::grid).ifPresent(grids::add);
    if (grids.isEmpty()) {
      shed.flatMap(this::shed)
          .flatMap(this::nearest)
          .map(Site.Building::grid)
          .ifPresent(grids::add);
    }
    grids.removeIf(String::isEmpty);
    return List.copyOf(grids);
  }

  String shed(String shed, Language language) {
    return shed(shed).map(Site.Shed::name).map(language::of).orElse(shed);
  }

  /** Where an alert is, as people say it. */
  String name(AlertFact alert, Language language) {
    if (alert.building().isPresent() && alert.shed().isEmpty()) {
      String building = alert.building().get();
      return building(building).map(Site.Building::name).map(language::of).orElse(building);
    }
    if (alert.shed().isEmpty()) {
      return language.of("整个小区", "Whole site");
    }
    String shed = shed(alert.shed().get(), language);
    OptionalInt socket = alert.socket();
    if (socket.isEmpty()) {
      return shed;
    }
    return language.of(
        shed + " " + socket.getAsInt() + " 号插座", shed + ", socket " + socket.getAsInt());
  }

  private Optional<Site.Shed> shed(String id) {
    return site.sheds().stream().filter(shed -> shed.shed().value().equals(id)).findFirst();
  }

  private Optional<Site.Building> building(String id) {
    return site.buildings().stream().filter(one -> one.building().equals(id)).findFirst();
  }

  private Optional<Site.Building> nearest(Site.Shed shed) {
    return site.buildings().stream()
        .min(Comparator.comparingDouble(one -> Math.hypot(one.x() - shed.x(), one.y() - shed.y())));
  }
}
