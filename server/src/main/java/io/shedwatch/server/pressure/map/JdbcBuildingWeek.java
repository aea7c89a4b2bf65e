package io.shedwatch.server.pressure.map;

import io.shedwatch.server.site.Site;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The newest estimate as a mean week of each building that may be shown; for rooms above. */
public final class JdbcBuildingWeek {
  private final JdbcPressure kept;
  private final Walks walks;
  private final Site site;

  JdbcBuildingWeek(JdbcPressure kept, Walks walks, Site site) {
    this.kept = kept;
    this.walks = walks;
    this.site = site;
  }

  /**
   * A mean week.
   *
   * @param turnedAway expected bikes by building and hour of the week (168, 0: Monday 00:00);
   *     buildings under ten households are not in it
   * @param demand first attempts expected, found or turned away, in the same form
   * @param orders whether past orders of a vendor are in it
   */
  public record Week(
      Instant fittedAt,
      Instant from,
      Instant to,
      int sessions,
      int orders,
      Map<String, List<Double>> turnedAway,
      Map<String, List<Double>> demand) {
    public Week {
      turnedAway = Map.copyOf(turnedAway);
      demand = Map.copyOf(demand);
    }
  }

  /** Empty before the first estimate. */
  public Optional<Week> read() throws SQLException {
    Optional<Fit> newest = kept.newest();
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    Fit fit = newest.get();
    MapView.Window window =
        new MapView.Window(
            fit.from().atZone(site.timezone()).toLocalDate(),
            fit.to().minusMillis(1).atZone(site.timezone()).toLocalDate());
    MapView view =
        new MapView(walks, window, kept.groups(window.first(), window.last()), List.of());
    Map<String, List<Double>> byBuilding = new HashMap<>();
    Map<String, List<Double>> demand = new HashMap<>();
    for (Walks.Group group : view.shown()) {
      List<Double> week =
          view.week(group).stream().map(one -> one.estimate()).collect(Collectors.toList());
      List<Double> coming = view.demand(group);
      for (Site.Building building : group.buildings()) {
        if (building.households() >= MapView.LEAST_HOUSEHOLDS) {
          double share = building.households() / (double) group.households();
          byBuilding.put(building.building(), week.stream().map(value -> value * share).toList());
          demand.put(building.building(), coming.stream().map(value -> value * share).toList());
        }
      }
    }
    return Optional.of(
        new Week(
            fit.fittedAt(),
            fit.from(),
            fit.to(),
            fit.data().sessions(),
            fit.data().orders(),
            byBuilding,
            demand));
  }
}
