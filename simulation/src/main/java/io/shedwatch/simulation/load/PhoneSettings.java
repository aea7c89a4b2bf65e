package io.shedwatch.simulation.load;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What residents' phones do.
 *
 * @param url the server's
 * @param how whether a phone polls as the residents' page does, or listens to server-sent events
 * @param phones that are there at the same time
 * @param arriveSeconds over how long they arrive, evenly; 0: in the same moment
 * @param seconds how long, from the first arrival
 * @param lookSeconds from one look of a phone that polls to its next
 * @param rehearsals how often before that as many come, are answered and go, so that what is
 *     measured is the server, and not this program while it compiles
 */
record PhoneSettings(
    URI url,
    How how,
    int phones,
    double arriveSeconds,
    double seconds,
    double lookSeconds,
    int rehearsals) {
  private static final Set<String> KNOWN =
      Set.of("url", "how", "phones", "arrive-seconds", "seconds", "look-seconds", "rehearsals");

  private static final double REHEARSAL_SECONDS = 3;

  /** Both are in the same words of HTTP/1.1, each phone on a connection of its own. */
  enum How {
    POLL("/api/v1/sheds"),
    SSE("/api/v1/live");

    private final String path;

    How(String path) {
      this.path = path;
    }

    String path() {
      return path;
    }
  }

  static PhoneSettings parse(List<String> arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i).replaceFirst("^--", "");
      if (!KNOWN.contains(name) || i + 1 == arguments.size()) {
        throw new IllegalArgumentException(
            "not an option with a value: " + arguments.get(i) + "; known are " + KNOWN);
      }
      given.put(name, arguments.get(i + 1));
    }
    return new PhoneSettings(
        URI.create(given.getOrDefault("url", "http://127.0.0.1:8080")),
        How.valueOf(given.getOrDefault("how", "poll").toUpperCase(Locale.ROOT)),
        Integer.parseInt(given.getOrDefault("phones", "2000")),
        Double.parseDouble(given.getOrDefault("arrive-seconds", "1")),
        Double.parseDouble(given.getOrDefault("seconds", "22")),
        Double.parseDouble(given.getOrDefault("look-seconds", "20")),
        Integer.parseInt(given.getOrDefault("rehearsals", "0")));
  }

  /** As many phones, in the same moment, for a short time. */
  PhoneSettings rehearsal() {
    return new PhoneSettings(url, how, phones, 0, REHEARSAL_SECONDS, REHEARSAL_SECONDS, 0);
  }
}
