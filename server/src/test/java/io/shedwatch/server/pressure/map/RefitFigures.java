package io.shedwatch.server.pressure.map;

import io.shedwatch.server.intake.TestDatabase;
import io.shedwatch.server.pressure.Start;
import io.shedwatch.testkit.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a night's refit takes, on H2 or PostgreSQL: the first night, which begins from nothing, and
 * the next, which begins with what the first one found. Run by name only: {@code -Drefit.sheds=1000
 * -Drefit.buildings=4000 -Drefit.database=postgres}.
 */
final class RefitFigures {
  private static final LocalDate FIRST = LocalDate.parse("2026-03-02");
  private static final int DAYS = 56;

  private static final List<String> PARTS =
      List.of(
          "JdbcWatched.read",
          "Occupancy.stays",
          "EvidenceSweep.of",
          "Estimator.fits",
          "Estimator.resample",
          "ShedHours.of",
          "Estimating.groups",
          "Hours.text",
          "JdbcPressure.clear",
          "JdbcPressure.groups",
          "JdbcPressure.sheds");

  private static final List<String> INSIDE_FITTING =
      List.of(
          "EvidenceSweep",
          "Crowding.count",
          "Lost.expect",
          "Lost.turnedAway",
          "Fitting$Shares",
          "SlotExposure",
          "Fitting.exposureOfGroups",
          "Rhythm.improve",
          "Blocked");

  @TempDir private Path folder;

  @Test
  void twoNights() throws Exception {
    int sheds = Integer.getInteger("refit.sheds", 17);
    int buildings = Integer.getInteger("refit.buildings", 55);
    if (System.getProperty("refit.database", "h2").equals("postgres")) {
      try (Postgres postgres = Postgres.start();
          TestDatabase database = TestDatabase.postgres(postgres, "figures")) {
        nights(database, sheds, buildings, "PostgreSQL");
      }
    } else {
      try (TestDatabase database = TestDatabase.h2(folder)) {
        nights(database, sheds, buildings, "H2");
      }
    }
  }

  private static void nights(TestDatabase database, int sheds, int buildings, String name)
      throws Exception {
    FiguresTown town = new FiguresTown(sheds, buildings);
    Walks walks = Walks.of(town.site());
    FiguresTown.fill(database, town.days(FIRST, DAYS + Integer.getInteger("refit.nights", 2) - 1));
    JdbcWatched watched = new JdbcWatched(database.pool(), town.site(), walks);
    JdbcPressure kept = new JdbcPressure(database.pool(), town.site().site());
    for (int night = 0; night < Integer.getInteger("refit.nights", 2); night++) {
      Instant now = FIRST.plusDays(DAYS + night).atTime(3, 30).atZone(FiguresTown.ZONE).toInstant();
      WhereTimeGoes parts = new WhereTimeGoes(PARTS);
      WhereTimeGoes fitting = new WhereTimeGoes(INSIDE_FITTING);
      long begin = System.nanoTime();
      Watched seen = watched.read(now).orElseThrow();
      Optional<Start> start = kept.start(walks);
      long read = System.nanoTime();
      Estimating.Night found = Estimating.of(town.site(), walks, seen, start, now);
      long estimated = System.nanoTime();
      kept.keep(found, walks);
      long end = System.nanoTime();
      String byPart = parts.stop();
      String insideFitting = fitting.stop();
      System.out.printf(
          "%s, %d sheds, %d buildings in %d groups, %d sessions, %s: read %d ms, estimated %d ms,"
              + " kept %d ms, in all %d ms; heap in use %d MB%n",
          name,
          sheds,
          buildings,
          walks.groups().size(),
          seen.charges().size(),
          start.isPresent() ? "next night" : "first night",
          Duration.ofNanos(read - begin).toMillis(),
          Duration.ofNanos(estimated - read).toMillis(),
          Duration.ofNanos(end - estimated).toMillis(),
          Duration.ofNanos(end - begin).toMillis(),
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
      System.out.println("  ms by part: " + byPart);
      System.out.println("  ms inside the fit: " + insideFitting);
    }
  }
}
