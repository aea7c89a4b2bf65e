package io.shedwatch.simulation.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shedwatch.testkit.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measured e-bike charges of 3.8 hours, played 40 times faster through the whole system. The Modbus
 * server shows power linear between the log's samples, which are 5 to 10 minutes apart.
 */
final class RealChargersIT {
  private static final int FACTOR = 40;
  private static final double FULL_WATTS = 15;

  /** 3 h 49 min of log. */
  private static final Duration LOG = Duration.ofMinutes(229);

  private static final List<String> BATTERIES = ChargerShed.BATTERIES;

  @Test
  void chargesInterpolatedBetweenSamplesEndAsSessionsWithTheServedEnergy(@TempDir Path folder)
      throws Exception {
    long start = System.currentTimeMillis();
    ChargerShed shed = new ChargerShed(BATTERIES.size(), BATTERIES.size());
    try (WholeSystem whole =
        WholeSystem.start(
            folder, start + "@" + FACTOR, Map.of("s01", shed.settings()), shed.plan())) {
      ServerClient admin = whole.admin();
      long end = firstServed(whole) + LOG.toMillis();
      Await.until(
          "the log is played",
          LOG.dividedBy(FACTOR).plusMinutes(2),
          () -> lastServed(whole) >= end);
      Await.until("both finished", () -> finished(admin) == BATTERIES.size());
      for (Json session : sessions(admin)) {
        compare(whole, session);
      }
    }
  }

  private static void compare(WholeSystem whole, Json session) throws IOException {
    int unit = (int) session.number("socket");
    List<String[]> served = served(whole, unit);
    double begin = wattHoursAt(served, session.time("startedAt"));
    double counted = Double.parseDouble(served.get(served.size() - 1)[3]) - begin;
    long crossing =
        served.stream()
            .filter(words -> Double.parseDouble(words[2]) < FULL_WATTS)
            .mapToLong(words -> Long.parseLong(words[0]))
            .findFirst()
            .orElseThrow();
    long finishedAt = session.time("finishedAt");
    System.out.printf(
        "%s: served %.1f Wh, session %.1f Wh; finished %.1f s after the served crossing%n",
        BATTERIES.get(unit - 1),
        counted,
        session.number("wattHours"),
        (finishedAt - crossing) / 1_000.0);
    assertThat(session.number("wattHours")).isCloseTo(counted, within(counted * 0.01));
    // Two samples of the agent, one second each on its clock, and the answer's way there.
    assertThat(finishedAt).isCloseTo(crossing, within(3_000L));
  }

  private static double wattHoursAt(List<String[]> served, long at) {
    return served.stream()
        .filter(words -> Long.parseLong(words[0]) >= at - 1_000)
        .mapToDouble(words -> Double.parseDouble(words[3]))
        .findFirst()
        .orElseThrow();
  }

  private static long finished(ServerClient admin) throws Exception {
    return sessions(admin).stream().filter(session -> session.has("finishedAt")).count();
  }

  private static List<Json> sessions(ServerClient admin) throws Exception {
    return admin.get("/api/v1/sessions").list("items");
  }

  private static List<String[]> served(WholeSystem whole, int unit) throws IOException {
    return whole.served().stream()
        .map(line -> line.split(" ", -1))
        .filter(words -> words.length == 4 && Integer.parseInt(words[1]) == unit)
        .toList();
  }

  private static long firstServed(WholeSystem whole) throws IOException {
    Await.until("a meter was asked", () -> !served(whole, 1).isEmpty());
    return Long.parseLong(served(whole, 1).get(0)[0]);
  }

  private static long lastServed(WholeSystem whole) throws IOException {
    List<String[]> all = served(whole, 1);
    return Long.parseLong(all.get(all.size() - 1)[0]);
  }
}
