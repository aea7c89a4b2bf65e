package io.shedwatch.server.live;

import java.util.Optional;

/**
 * The id of a server-sent event, as in {@code k3v9x2-417}: the start of the server, then the number
 * of the event since. Numbers of another start mean nothing to this one.
 */
record EventId(String start, long number) {
  static Optional<EventId> parse(String text) {
    int dash = text.lastIndexOf('-');
    if (dash < 1 || !text.substring(dash + 1).matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return Optional.of(
        new EventId(text.substring(0, dash), Long.parseLong(text.substring(dash + 1))));
  }

  String text() {
    return start + "-" + number;
  }
}
