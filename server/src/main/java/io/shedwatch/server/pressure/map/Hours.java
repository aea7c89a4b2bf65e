package io.shedwatch.server.pressure.map;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A number for each hour of a day, as it is kept in a column.
 *
 * @param values of hours 0 to 23
 */
record Hours(List<Double> values) {
  static final int A_DAY = 24;

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

  /** Four digits after the point; zero is short. */
  String text() {
    return values.stream()
        .map(value -> value == 0 ? "0" : String.format(Locale.ROOT, "%.4f", value))
        .collect(Collectors.joining(","));
  }

  static Hours parse(String text) {
    return new Hours(Arrays.stream(text.split(",", -1)).map(Double::parseDouble).toList());
  }
}
