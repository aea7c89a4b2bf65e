package io.shedwatch.simulation.demo;

import io.shedwatch.contract.ScaledTime;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the demonstration is asked for.
 *
 * @param serverUrl where the pages and the site are, without a path
 * @param mqttUrl the broker
 * @param credentials file that the embedded broker writes: lines of account and password
 * @param folder for the sheds' spools; made where it is missing
 * @param historyDays days before now that are filled in, 0 to {@value #MAX_HISTORY_DAYS}
 * @param password of every account; empty: those in {@code credentials} are used
 * @param staffPassword of the user admin; empty: nobody has seen the alerts of the days before
 * @param scale the clock of the whole system
 */
record DemoSettings(
    String serverUrl,
    String mqttUrl,
    Path credentials,
    Path folder,
    int historyDays,
    Optional<String> password,
    Optional<String> staffPassword,
    ScaledTime scale) {
  /** Agents do not keep readings for longer. */
  static final int MAX_HISTORY_DAYS = 60;

  static final String USAGE =
      "usage: Demo --server URL --mqtt URL --credentials FILE --data DIR [--history DAYS]\n"
          + "  environment: DEMO_MQTT_PASSWORD (of every account; the credentials file is not read),"
          + " SHEDWATCH_ADMIN_PASSWORD (staff has seen what was over), SHEDWATCH_CLOCK";

  private static final String DEFAULT_HISTORY_DAYS = "3";
  private static final List<String> OPTIONS =
      List.of("--server", "--mqtt", "--credentials", "--data", "--history");

  /**
   * Reads the arguments of the command line.
   *
   * @throws IllegalArgumentException with a sentence for whoever typed them
   */
  static DemoSettings parse(List<String> arguments, Map<String, String> environment) {
    Map<String, String> given = options(arguments);
    Optional<String> password = value(environment, "DEMO_MQTT_PASSWORD");
    return new DemoSettings(
        matching(given, "--server", "https?://[^\\s/]+/?", "http://127.0.0.1:8080")
            .replaceFirst("/$", ""),
        matching(given, "--mqtt", "(tcp|ssl)://[^\\s/:]+:\\d{1,5}", "tcp://127.0.0.1:1883"),
        Path.of(required(given, "--credentials")),
        Path.of(required(given, "--data")),
        days(given.getOrDefault("--history", DEFAULT_HISTORY_DAYS)),
        password,
        value(environment, "SHEDWATCH_ADMIN_PASSWORD"),
        value(environment, "SHEDWATCH_CLOCK").map(ScaledTime::parse).orElse(ScaledTime.REAL));
  }

  private static Map<String, String> options(List<String> arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      if (!OPTIONS.contains(option)) {
        throw new IllegalArgumentException(
            "'" + option + "' is not an option; known are " + String.join(" ", OPTIONS));
      }
      if (i + 1 == arguments.size() || arguments.get(i + 1).startsWith("--")) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      if (given.put(option, arguments.get(i + 1)) != null) {
        throw new IllegalArgumentException(option + " stands there twice");
      }
    }
    return given;
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }

  private static String required(Map<String, String> given, String option) {
    String value = given.getOrDefault(option, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException(option + " is missing");
    }
    return value;
  }

  private static String matching(
      Map<String, String> given, String option, String form, String example) {
    String value = required(given, option);
    if (!value.matches(form)) {
      throw new IllegalArgumentException(
          option + " is an address as in " + example + ", not '" + value + "'");
    }
    return value;
  }

  private static int days(String text) {
    int days = text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
    if (days < 0 || days > MAX_HISTORY_DAYS) {
      throw new IllegalArgumentException(
          "--history is 0 to " + MAX_HISTORY_DAYS + " days, not '" + text + "'");
    }
    return days;
  }
}
