package io.shedwatch.server.pressure.map;

import io.shedwatch.server.site.Site;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The mean week with today's hours in their place, as far as they are over: who comes is estimated
 * as ever, how long nothing was free in reach was seen. For rooms above.
 */
public final class JdbcEvening {
  private final JdbcWatched watched;
  private final Walks walks;
  private final Site site;

  JdbcEvening(JdbcWatched watched, Walks walks, Site site) {
    this.watched = watched;
    this.walks = walks;
    this.site = site;
  }

  /**
   * Bikes turned away by building and hour of the week (168 numbers).
   *
   * @param seenUntilHour of today; what is before it was seen at some building, 0: nothing
   */
  public record Evening(Map<String, List<Double>> turnedAway, int seenUntilHour) {
    public Evening {
      turnedAway = Map.copyOf(turnedAway);
    }
  }

  /** The week as it is now. */
  public Evening read(JdbcBuildingWeek.Week week, Instant now) throws SQLException {
    Watched today = watched.today(now);
    ZonedDateTime here = now.atZone(site.timezone());
    return of(
        week,
        walks,
        BlockedToday.of(walks, JdbcShedWeek.seen(site, today), today.from(), today.until()),
        here);
  }

  static Evening of(
      JdbcBuildingWeek.Week week,
      Walks walks,
      Map<String, List<OptionalDouble>> blocked,
      ZonedDateTime now) {
    int monday = (now.getDayOfWeek().getValue() - 1) * Hours.A_DAY;
    Map<String, List<Double>> turnedAway = new HashMap<>(week.turnedAway());
    int seenUntil = 0;
    for (Walks.Group group : walks.groups()) {
      List<OptionalDouble> hours = blocked.getOrDefault(group.key(), List.of());
      for (Site.Building building : group.buildings()) {
        List<Double> mean = week.turnedAway().get(building.building());
        List<Double> demand = week.demand().get(building.building());
        if (mean != null && demand != null) {
          List<Double> own = new ArrayList<>(mean);
          for (int hour = 0; hour < hours.size(); hour++) {
            // An estimate of an older version has no demand: then the mean stays.
            if (hours.get(hour).isPresent() && demand.get(monday + hour) > 0) {
              own.set(monday + hour, demand.get(monday + hour) * hours.get(hour).getAsDouble());
              seenUntil = Math.max(seenUntil, hour + 1);
            }
          }
          turnedAway.put(building.building(), own);
        }
      }
    }
    return new Evening(turnedAway, seenUntil);
  }
}
