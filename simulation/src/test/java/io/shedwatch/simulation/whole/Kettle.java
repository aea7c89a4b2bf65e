package io.shedwatch.simulation.whole;

import io.shedwatch.testkit.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The lab kettle's trace: when it passes a limit, and when the inverse-time curve trips on it. */
final class Kettle {
  private static final int AMPERES = 1;
  private static final double MOST_TIMES_OVER = 3;

  private final double[] amperes;

  private Kettle(double[] amperes) {
    this.amperes = amperes;
  }

  static Path file() {
    return Needs.measured("lab-kettle-vacuum-heater").resolve("two_loads_kettle.csv");
  }

  /** One row a second. */
  static Kettle read() throws IOException {
    List<String> rows = Files.readAllLines(file());
    return new Kettle(
        rows.stream()
            .skip(1)
            .mapToDouble(row -> Double.parseDouble(row.split(",", -1)[AMPERES]))
            .toArray());
  }

  /**
   * Seconds from the first moment above {@code limitAmperes} until the very inverse curve (t = 13.5
   * / (I/Is - 1), accumulated) has run out, with the current linear between the rows.
   */
  double tripSeconds(double limitAmperes) {
    double step = 0.001;
    double share = 0;
    double since = Double.NaN;
    for (double second = 0; second < amperes.length - 1; second += step) {
      int row = (int) second;
      double now = amperes[row] + (second - row) * (amperes[row + 1] - amperes[row]);
      double over = Math.min(now / limitAmperes, MOST_TIMES_OVER);
      if (over > 1) {
        since = Double.isNaN(since) ? second : since;
        share += step / (13.5 / (over - 1));
      }
      if (share >= 1) {
        return second - since;
      }
    }
    throw new AssertionError("the trace never trips at " + limitAmperes + " A");
  }
}
