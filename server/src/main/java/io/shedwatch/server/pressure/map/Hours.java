package io.shedwatch.server.pressure.map;

import java.util.Arrays;
import java.util.List;

/**
 * A number for each hour of a day, as it is kept in a column.
 *
 * @param values of hours 0 to 23
 */
record Hours(List<Double> values) {
  static final int A_DAY = 24;

  private static final int DIGITS = 4;
  private static final long UNITS = 10_000;

  Hours {
    values = List.copyOf(values);
    if (values.size() != A_DAY) {
      throw new IllegalArgumentException("a day has 24 hours, not " + values.size());
    }
  }

  static Hours of(double[] values) {
    return new Hours(Arrays.stream(values).boxed().toList());
  }

  double at(int hour) {
    return values.get(hour);
  }

  double sum(int fromHour, int toHour) {
    double sum = 0;
    for (int hour = fromHour; hour < toHour; hour++) {
      sum += values.get(hour);
    }
    return sum;
  }

  /**
   * Four digits after the point; zero is short. By hand: a night of a city writes eight million of
   * them, and {@code String.format} took a quarter of the night for it.
   */
  String text() {
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      if (!text.isEmpty()) {
        text.append(',');
      }
      append(text, Math.round(value * UNITS));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, long units) {
    if (units == 0) {
      text.append('0');
      return;
    }
    long size = Math.abs(units);
    text.append(units < 0 ? "-" : "").append(size / UNITS).append('.');
    text.append(String.valueOf(UNITS + size % UNITS), 1, DIGITS + 1);
  }

  static Hours parse(String text) {
    return new Hours(Arrays.stream(text.split(",", -1)).map(Double::parseDouble).toList());
  }
}
