package io.shedwatch.edge;

import io.shedwatch.contract.RelayPosition;
import java.util.Arrays;
import java.util.List;

/** What the sockets of a shed show together; only meters that can be believed count. */
final class Neighbours {
  private static final double LIVE_VOLTS = 50;

  private final int coolestSocket;
  private final double coolest;
  private final double secondCoolest;
  private final double volts;
  private final double watts;

  private Neighbours(
      int coolestSocket, double coolest, double secondCoolest, double volts, double watts) {
    this.coolestSocket = coolestSocket;
    this.coolest = coolest;
    this.secondCoolest = secondCoolest;
    this.volts = volts;
    this.watts = watts;
  }

  static Neighbours of(List<Outlet> outlets) {
    int coolestSocket = 0;
    double coolest = Double.NaN;
    double second = Double.NaN;
    double watts = 0;
    double[] volts = new double[outlets.size()];
    int live = 0;
    for (Outlet outlet : outlets) {
      if (outlet.watch.blind()) {
        continue;
      }
      double celsius = outlet.sample.celsius();
      if (celsius < coolest || (Double.isNaN(coolest) && !Double.isNaN(celsius))) {
        second = coolest;
        coolest = celsius;
        coolestSocket = outlet.socket();
      } else if (celsius < second || (Double.isNaN(second) && !Double.isNaN(celsius))) {
        second = celsius;
      }
      if (outlet.sample.watts() > 0) {
        watts += outlet.sample.watts();
      }
      if (outlet.sample.volts() >= LIVE_VOLTS) {
        volts[live++] = outlet.sample.volts();
      }
    }
    Arrays.sort(volts, 0, live);
    double median = live == 0 ? Double.NaN : volts[live / 2];
    return new Neighbours(coolestSocket, coolest, second, median, watts);
  }

  /** Lowest board temperature of the others, degrees Celsius; {@code NaN}: none measures. */
  double coolestBeside(Outlet outlet) {
    return outlet.socket() == coolestSocket ? secondCoolest : coolest;
  }

  /** Lowest board temperature where at least two measure one, degrees Celsius, or {@code NaN}. */
  double coolest() {
    return Double.isNaN(secondCoolest) ? Double.NaN : coolest;
  }

  /** Median of those that have voltage, V; {@code NaN}: none. */
  double volts() {
    return volts;
  }

  /** Sum, W. */
  double watts() {
    return watts;
  }

  /** Whether a socket takes part in the shed's load. */
  static boolean loads(Outlet outlet) {
    return outlet.switchable()
        && outlet.position() != RelayPosition.OPEN
        && !outlet.watch.blind()
        && outlet.sample.watts() > 0;
  }
}
