package io.shedwatch.simulation.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shedwatch.testkit.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The measured kettle in real time, at a socket with the defaults and at one for larger chargers.
 */
final class RealKettleIT {
  private static final double DEFAULT_WATTS = 600;
  private static final double DEFAULT_AMPERES = 5.5;
  private static final List<String> TRIPS = List.of("s01 overpower", "s02 overcurrent");

  @Test
  void aKettleIsCutByPowerOrByCurrentAndTheBoardShowsIt(@TempDir Path folder) throws Exception {
    Map<String, String> sheds =
        new TreeMap<>(
            Map.of(
                "s01",
                """
                sockets:
                  - socket: 1
                    meter: {bus: field, unit: 1, map: sdm120}
                    relay: {bus: field, unit: 20, coil: 0}
                """,
                "s02",
                """
                limits: {maxWatts: 4000}
                sockets:
                  - socket: 1
                    meter: {bus: field, unit: 2, map: pzem-004t}
                    relay: {bus: field, unit: 20, coil: 1}
                """));
    Kettle kettle = Kettle.read();
    try (WholeSystem whole = WholeSystem.start(folder, "", sheds, plan())) {
      Await.until(
          "both coils opened", Duration.ofMinutes(2), () -> opened(whole, 0) && opened(whole, 1));
      double power = delaySeconds(whole, 1, 0, DEFAULT_WATTS);
      double current = delaySeconds(whole, 2, 1, DEFAULT_AMPERES * 247);
      double closedForm = kettle.tripSeconds(DEFAULT_AMPERES);
      System.out.printf(
          "kettle: overpower opened %.2f s after 600 W; overcurrent after %.2f s, closed form %.2f"
              + " s%n",
          power, current, closedForm);
      // The definite-time stage needs two samples, one second apart.
      assertThat(power).isLessThanOrEqualTo(3.0);
      // One sample of polling and one of stepping on either side of the closed form.
      assertThat(current).isCloseTo(closedForm, within(2.0));
      ServerClient admin = whole.admin();
      Await.until("both alerts", () -> kinds(admin, "alerts").containsAll(TRIPS));
      theServerTellsTheSame(admin);
      aTripSurvivesTheDeathOfTheAgent(whole, admin);
      PageLook.at(folder, whole.url(), WholeSystem.ADMIN_PASSWORD, TRIPS.size());
    }
  }

  private static void aTripSurvivesTheDeathOfTheAgent(WholeSystem whole, ServerClient admin)
      throws Exception {
    List<String> alerts = kinds(admin, "alerts");
    List<String> writes = whole.coilWrites();
    whole.killAndRestartAgent();
    long before = heardAt(admin);
    Await.until("the shed is heard again", () -> heardAt(admin) > before);
    theServerTellsTheSame(admin);
    assertThat(whole.coilWrites().subList(writes.size(), whole.coilWrites().size()))
        .noneMatch(line -> line.endsWith(" on"));
    assertThat(kinds(admin, "alerts").stream().filter(TRIPS::contains))
        .containsExactlyInAnyOrderElementsOf(alerts.stream().filter(TRIPS::contains).toList());
  }

  private static long heardAt(ServerClient admin) throws Exception {
    return admin.get("/api/v1/sheds/s01").time("heardAt");
  }

  private static void theServerTellsTheSame(ServerClient admin) throws Exception {
    // The lab's mains stood at 247 V, so that overvoltage is told as well. A kettle is no charger:
    // whichever alert of a socket was first has its name on the incident, and the others join it.
    assertThat(kinds(admin, "incidents"))
        .anyMatch(told -> told.matches("s01 (overpower|not-a-charger)"))
        .anyMatch(told -> told.matches("s02 (overcurrent|not-a-charger)"));
    for (String shed : List.of("s01", "s02")) {
      Await.until(
          shed + " shows the trip",
          () -> {
            Json socket = admin.get("/api/v1/sheds/" + shed).list("sockets").get(0);
            return socket.text("usage").equals("tripped") && socket.text("relay").equals("open");
          });
    }
  }

  /** Shed and kind of each item of that list. */
  private static List<String> kinds(ServerClient admin, String list) throws Exception {
    return admin.get("/api/v1/" + list).list("items").stream()
        .map(item -> item.text("shed") + " " + item.text("kind"))
        .toList();
  }

  private static String plan() {
    String trace =
        """
        {"file": "%s", "time": "time_local", "watts": "active_w", "amperes": "current_rms_a"}
        """
            .formatted(Kettle.file().toAbsolutePath().normalize());
    return """
    {"meters": [
       {"unit": 1, "map": "sdm120", "relay": [20, 0], "volts": 247, "trace": %s},
       {"unit": 2, "map": "pzem", "relay": [20, 1], "volts": 247, "trace": %s}],
     "relays": [{"unit": 20, "coils": 2}]}
    """
        .formatted(trace, trace);
  }

  private static boolean opened(WholeSystem whole, int coil) throws IOException {
    return whole.coilWrites().stream().anyMatch(line -> line.endsWith(" 20 " + coil + " off"));
  }

  /** From the first answer of the meter above the limit to the write of the coil, seconds. */
  private static double delaySeconds(WholeSystem whole, int unit, int coil, double limitWatts)
      throws IOException {
    long over =
        whole.served().stream()
            .map(line -> line.split(" ", -1))
            .filter(words -> Integer.parseInt(words[1]) == unit)
            .filter(words -> Double.parseDouble(words[2]) > limitWatts)
            .mapToLong(words -> Long.parseLong(words[0]))
            .findFirst()
            .orElseThrow();
    long open =
        whole.coilWrites().stream()
            .filter(line -> line.endsWith(" 20 " + coil + " off"))
            .mapToLong(line -> Long.parseLong(line.split(" ", -1)[0]))
            .findFirst()
            .orElseThrow();
    return (open - over) / 1_000.0;
  }
}
