package io.shedwatch.edge.meter;

import java.util.Arrays;
import java.util.List;

/** A recorded load: what was measured at which second from its beginning. */
final class Trace {
  /** One row: seconds from the first row; {@code NaN} for what was not recorded. */
  record Row(double seconds, double volts, double amperes, double watts) {}

  private final double[] seconds;
  private final List<Row> rows;
  private final boolean linear;

  /**
   * A trace.
   *
   * @param rows in the order of their time, at least one
   * @param linear between two rows: true: on the line between them, false: the earlier one
   */
  Trace(List<Row> rows, boolean linear) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a trace without rows");
    }
    this.rows = List.copyOf(rows);
    this.linear = linear;
    this.seconds = rows.stream().mapToDouble(Row::seconds).toArray();
    for (int i = 1; i < seconds.length; i++) {
      if (seconds[i] <= seconds[i - 1]) {
        throw new IllegalArgumentException(
            "row " + i + " of a trace is not later than the one before");
      }
    }
  }

  /** What stood there then; the first row before its beginning, the last one after its end. */
  Row at(double second) {
    int found = Arrays.binarySearch(seconds, second);
    int before = found >= 0 ? found : -found - 2;
    if (before < 0) {
      return rows.get(0);
    }
    if (!linear || before == rows.size() - 1) {
      return rows.get(before);
    }
    Row from = rows.get(before);
    Row to = rows.get(before + 1);
    double part = (second - from.seconds()) / (to.seconds() - from.seconds());
    return new Row(
        second,
        from.volts() + part * (to.volts() - from.volts()),
        from.amperes() + part * (to.amperes() - from.amperes()),
        from.watts() + part * (to.watts() - from.watts()));
  }
}
