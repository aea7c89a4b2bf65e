package io.shedwatch.simulation.whole;

import io.shedwatch.testkit.Needs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A shed of Modbus meters at whose first sockets measured e-bike chargers are plugged in.
 *
 * @param charging how many sockets charge, each with the next of the batteries
 */
record ChargerShed(int sockets, int charging) {
  static final List<String> BATTERIES = List.of("rad_battery_1", "lectric_battery_1");

  /** For the agent, YAML. */
  String settings() {
    return IntStream.rangeClosed(1, sockets)
        .mapToObj(
            socket ->
                """
                  - socket: %d
                    meter: {bus: field, unit: %d, map: sdm120}
                    relay: {bus: field, unit: 200, coil: %d}
                """
                    .formatted(socket, socket, socket - 1))
        .collect(Collectors.joining("", "sockets:\n", ""));
  }

  /** For the Modbus devices, JSON. */
  String plan() {
    Path file =
        Needs.measured("ebike-chargers-kasa")
            .resolve("full_charge.csv")
            .toAbsolutePath()
            .normalize();
    return IntStream.rangeClosed(1, sockets)
        .mapToObj(
            unit ->
                """
                {"unit": %d, "map": "sdm120", "relay": [200, %d], "volts": 221%s}
                """
                    .formatted(unit, unit - 1, unit <= charging ? trace(file, unit) : ""))
        .collect(
            Collectors.joining(
                ",",
                "{\"meters\": [",
                "], \"relays\": [{\"unit\": 200, \"coils\": %d}]}".formatted(sockets)));
  }

  private static String trace(Path file, int unit) {
    return """
    , "trace": {"file": "%s", "time": "time_local", "watts": "power_w", "where": {"socket": "%s"}}
    """
        .formatted(file, BATTERIES.get((unit - 1) % BATTERIES.size()));
  }
}
