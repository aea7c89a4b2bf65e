package io.shedwatch.simulation.load;

import io.shedwatch.simulation.town.GridSite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the load is.
 *
 * @param mqttUrl broker, with an account that may publish for every shed
 * @param httpUrl server whose live events are timed; empty: alarms are not timed
 * @param password of both accounts; from the environment variable LOAD_PASSWORD
 * @param sheds as many as the site file of GridSite has
 * @param socketsPerMessage readings in one message, one message a shed and due time
 * @param readingsPerSecond over all sheds
 * @param alarmsPerSecond raised and cleared in turn, over all sheds
 * @param alarmsFrom index of the shed that raises the first one; the others follow it
 * @param webhook whether alarms are timed to a webhook of ours as well
 * @param seconds how long
 */
record LoadSettings(
    String mqttUrl,
    String mqttUser,
    String httpUrl,
    String httpUser,
    String password,
    String site,
    int sheds,
    int socketsPerMessage,
    double readingsPerSecond,
    double alarmsPerSecond,
    int alarmsFrom,
    boolean webhook,
    int seconds) {
  private static final Set<String> KNOWN =
      Set.of(
          "mqtt-url",
          "mqtt-user",
          "http-url",
          "http-user",
          "site",
          "sheds",
          "sockets",
          "readings-per-second",
          "alarms-per-second",
          "alarms-from",
          "webhook",
          "seconds");

  static LoadSettings parse(List<String> arguments, Map<String, String> environment) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i).replaceFirst("^--", "");
      if (!KNOWN.contains(name) || i + 1 == arguments.size()) {
        throw new IllegalArgumentException(
            "not an option with a value: " + arguments.get(i) + "; known are --" + sorted());
      }
      given.put(name, arguments.get(i + 1));
    }
    return new LoadSettings(
        given.getOrDefault("mqtt-url", "tcp://127.0.0.1:1883"),
        given.getOrDefault("mqtt-user", "load"),
        given.getOrDefault("http-url", ""),
        given.getOrDefault("http-user", "admin"),
        environment.getOrDefault("LOAD_PASSWORD", ""),
        given.getOrDefault("site", "load"),
        Integer.parseInt(given.getOrDefault("sheds", "909")),
        Integer.parseInt(given.getOrDefault("sockets", "11")),
        Double.parseDouble(given.getOrDefault("readings-per-second", "10000")),
        Double.parseDouble(given.getOrDefault("alarms-per-second", "5")),
        Integer.parseInt(given.getOrDefault("alarms-from", "0")),
        Boolean.parseBoolean(given.getOrDefault("webhook", "false")),
        Integer.parseInt(given.getOrDefault("seconds", "60")));
  }

  private static String sorted() {
    return String.join(" --", KNOWN.stream().sorted().toList());
  }

  double messagesPerSecond() {
    return readingsPerSecond / socketsPerMessage;
  }

  String shed(int index) {
    return GridSite.shedName(index, sheds);
  }
}
