package io.shedwatch.server.patrol;

import io.shedwatch.server.site.Site;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A planned walk.
 *
 * @param minutes walking and looking
 * @param stops in the order of the walk
 */
record Patrol(
    String patrol,
    Instant startsAt,
    double minutes,
    Instant plannedAt,
    String plannedBy,
    List<Stop> stops) {
  Patrol {
    stops = List.copyOf(stops);
  }

  /**
   * One building of it.
   *
   * @param expected wires, as it was planned
   * @param byPressure wires that pressure alone let expect
   * @param finding empty: nobody has been there yet
   * @param photos digests of what was photographed there, the oldest first
   */
  record Stop(
      String building,
      double expected,
      double byPressure,
      Site.Name reason,
      Optional<Finding> finding,
      List<String> photos) {
    Stop {
      photos = List.copyOf(photos);
    }
  }

  /**
   * What somebody saw.
   *
   * @param wires 0: none
   * @param cleared whether they were taken down on the spot
   */
  record Finding(int wires, boolean cleared, Instant at, String by) {}
}
