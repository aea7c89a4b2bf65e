package io.shedwatch.server.patrol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which buildings fit into a patrol, and the way past them. Buildings come in by expected wires for
 * the minutes that they add; the way is the nearest neighbour's, improved by 2-opt (Croes, 1958).
 *
 * @param stops in the order of the walk
 * @param minutes walking and looking
 */
public record Route(List<Beat> stops, double minutes) {
  /** Looking at a building from all sides, its stairs and its windows. */
  public static final double LOOK_MINUTES = 3;

  /** 1.1 m/s along ways 1.3 times the straight line, as on the residents' page. */
  static final double METRES_A_MINUTE = 1.1 * 60 / 1.3;

  public Route {
    stops = List.copyOf(stops);
  }

  /** The best that fits, found greedily. */
  public static Route plan(List<Beat> beats, double budgetMinutes) {
    List<Beat> left = new ArrayList<>(beats);
    left.sort(Comparator.comparingDouble((Beat beat) -> -beat.wires().estimate()));
    Route route = new Route(List.of(), 0);
    while (!left.isEmpty()) {
      Route now = route;
      Beat best = left.get(0);
      double most = -1;
      for (Beat beat : left) {
        double added = insertion(now.stops(), beat) / METRES_A_MINUTE + LOOK_MINUTES;
        double worth = beat.wires().estimate() / added;
        if (worth > most && now.minutes() + added <= budgetMinutes) {
          most = worth;
          best = beat;
        }
      }
      if (most < 0) {
        break;
      }
      left.remove(best);
      List<Beat> stops = new ArrayList<>(now.stops());
      stops.add(best);
      route = through(stops);
    }
    return route;
  }

  /** The way past all of these. */
  public static Route through(List<Beat> stops) {
    List<Beat> way = untangled(nearestNext(stops));
    return new Route(way, metres(way) / METRES_A_MINUTE + LOOK_MINUTES * way.size());
  }

  /** Metres that a stop adds at least, put between two others or at an end. */
  private static double insertion(List<Beat> stops, Beat beat) {
    if (stops.isEmpty()) {
      return 0;
    }
    double least = Math.min(metres(stops.get(0), beat), metres(stops.get(stops.size() - 1), beat));
    for (int i = 1; i < stops.size(); i++) {
      double added =
          metres(stops.get(i - 1), beat)
              + metres(beat, stops.get(i))
              - metres(stops.get(i - 1), stops.get(i));
      least = Math.min(least, added);
    }
    return least;
  }

  private static List<Beat> nearestNext(List<Beat> stops) {
    List<Beat> left = new ArrayList<>(stops);
    List<Beat> way = new ArrayList<>();
    while (!left.isEmpty()) {
      Beat next = left.get(0);
      if (!way.isEmpty()) {
        Beat here = way.get(way.size() - 1);
        for (Beat beat : left) {
          next = metres(here, beat) < metres(here, next) ? beat : next;
        }
      } else {
        for (Beat beat : left) { // From the south-western corner.
          next = beat.x() + beat.y() < next.x() + next.y() ? beat : next;
        }
      }
      left.remove(next);
      way.add(next);
    }
    return way;
  }

  private static List<Beat> untangled(List<Beat> way) {
    List<Beat> best = new ArrayList<>(way);
    boolean shorter = true;
    while (shorter) {
      shorter = false;
      for (int i = 0; i < best.size() - 1; i++) {
        for (int j = i + 1; j < best.size(); j++) {
          if (gain(best, i, j) > 1e-9) {
            java.util.Collections.reverse(best.subList(i, j + 1));
            shorter = true;
          }
        }
      }
    }
    return best;
  }

  /** Metres saved by walking i to j backwards; the ends of the way are free. */
  private static double gain(List<Beat> way, int i, int j) {
    double before = 0;
    double after = 0;
    if (i > 0) {
      before += metres(way.get(i - 1), way.get(i));
      after += metres(way.get(i - 1), way.get(j));
    }
    if (j < way.size() - 1) {
      before += metres(way.get(j), way.get(j + 1));
      after += metres(way.get(i), way.get(j + 1));
    }
    return before - after;
  }

  static double metres(List<Beat> way) {
    double sum = 0;
    for (int i = 1; i < way.size(); i++) {
      sum += metres(way.get(i - 1), way.get(i));
    }
    return sum;
  }

  static double metres(Beat one, Beat other) {
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }
}
