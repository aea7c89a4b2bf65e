package io.shedwatch.edge.spool;

import java.util.Optional;

/**
 * A value of the memory: {@code order mark text}.
 *
 * @param order in which the values of a kind came to be
 * @param mark one word
 * @param text the rest
 */
record KeptLine(long order, String mark, String text) {
  String line() {
    return order + " " + mark + " " + text;
  }

  /** Empty when the line is damaged. */
  static Optional<KeptLine> parse(String line) {
    String[] parts = line.split(" ", 3);
    if (parts.length < 3 || !parts[0].matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return Optional.of(new KeptLine(Long.parseLong(parts[0]), parts[1], parts[2]));
  }
}
