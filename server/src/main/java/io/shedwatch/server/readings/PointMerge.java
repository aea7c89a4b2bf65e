package io.shedwatch.server.readings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts points together: narrow buckets of one socket into wider ones, and the sockets of a shed
 * into their sum. Means of one socket are weighted by the time held; a shed's watts and amperes are
 * sums, its volts a mean.
 */
final class PointMerge {
  private final long width;
  private final Map<Integer, TreeMap<Long, Sum>> sockets = new HashMap<>();

  /**
   * @param width of the wider bucket, milliseconds
   */
  PointMerge(long width) {
    this.width = width;
  }

  /** Adds a bucket of one socket, in any order. */
  void add(int socket, Point point) {
    sockets
        .computeIfAbsent(socket, number -> new TreeMap<>())
        .computeIfAbsent(Window.floor(point.at(), width), at -> new Sum())
        .alongTime(point);
  }

  /** The sum over the sockets, oldest first. */
  List<Point> points() {
    TreeMap<Long, Sum> all = new TreeMap<>();
    for (TreeMap<Long, Sum> one : sockets.values()) {
      one.forEach((at, sum) -> all.computeIfAbsent(at, start -> new Sum()).acrossSockets(sum));
    }
    List<Point> points = new ArrayList<>(all.size());
    all.forEach((at, sum) -> points.add(sum.point(at)));
    return points;
  }

  /** A weighted mean that ignores what was not measured. */
  private static final class Mean {
    private double sum;
    private double weight;

    void add(double value, long byMillis) {
      double by = (double) byMillis;
      if (!Double.isNaN(value) && by > 0) {
        sum += value * by;
        weight += by;
      }
    }

    double value() {
      return weight == 0 ? Double.NaN : sum / weight;
    }
  }

  private static final class Sum {
    private long heldMillis;
    private final Mean watts = new Mean();
    private final Mean amperes = new Mean();
    private final Mean volts = new Mean();
    private double wattsSum = Double.NaN;
    private double amperesSum = Double.NaN;
    private double wattsMin = Double.NaN;
    private double wattsMax = Double.NaN;
    private double amperesMax = Double.NaN;
    private double celsiusMax = Double.NaN;
    private double wattHours = Double.NaN;

    void alongTime(Point point) {
      heldMillis += point.heldMillis();
      watts.add(point.wattsMean(), point.heldMillis());
      amperes.add(point.amperesMean(), point.heldMillis());
      volts.add(point.voltsMean(), point.heldMillis());
      wattsMin = -larger(-wattsMin, -point.wattsMin());
      wattsMax = larger(wattsMax, point.wattsMax());
      amperesMax = larger(amperesMax, point.amperesMax());
      celsiusMax = larger(celsiusMax, point.celsiusMax());
      wattHours = plus(wattHours, point.wattHours());
    }

    void acrossSockets(Sum socket) {
      heldMillis = Math.max(heldMillis, socket.heldMillis);
      wattsSum = plus(wattsSum, socket.watts.value());
      amperesSum = plus(amperesSum, socket.amperes.value());
      volts.add(socket.volts.value(), socket.heldMillis);
      wattsMin = plus(wattsMin, socket.wattsMin);
      wattsMax = plus(wattsMax, socket.wattsMax);
      amperesMax = plus(amperesMax, socket.amperesMax);
      celsiusMax = larger(celsiusMax, socket.celsiusMax);
      wattHours = plus(wattHours, socket.wattHours);
    }

    Point point(long at) {
      return new Point(
          at,
          heldMillis,
          wattsSum,
          wattsMin,
          wattsMax,
          amperesSum,
          amperesMax,
          volts.value(),
          celsiusMax,
          wattHours);
    }

    private static double larger(double one, double other) {
      return Double.isNaN(one) ? other : other > one ? other : one;
    }

    private static double plus(double sum, double more) {
      return Double.isNaN(more) ? sum : Double.isNaN(sum) ? more : sum + more;
    }
  }
}
