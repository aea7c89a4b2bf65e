package io.shedwatch.server.pressure.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import io.shedwatch.testkit.Postgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A vendor's year of 17 sheds, imported over HTTP in one request, and once more, on H2 and on
 * PostgreSQL. Every thousandth line is none. Run by name only.
 */
final class ImportFigures {
  private static final int YEAR = 365;
  private static final int MISTAKE_EVERY = 1_000;

  /** Every shed of the built-in site has so many. */
  private static final int SOCKETS = 10;

  @Test
  void aYearOnH2() {
    try (TestRoom room = TestRoom.start(Map.of())) {
      twice("H2", room.as("admin"));
    }
  }

  @Test
  void aYearOnPostgres() throws Exception {
    try (Postgres postgres = Postgres.start();
        TestRoom room =
            TestRoom.start(
                Map.of(
                    "SHEDWATCH_JDBC_URL", postgres.jdbcUrl(),
                    "SHEDWATCH_JDBC_USER", Postgres.USER,
                    "SHEDWATCH_JDBC_PASSWORD", Postgres.PASSWORD))) {
      twice("PostgreSQL", room.as("admin"));
    }
  }

  private static void twice(String database, TestClient admin) {
    LocalDate first = LocalDate.now(FiguresTown.ZONE).minusDays(YEAR + 2);
    List<Charge> year =
        new FiguresTown(17, 55)
            .days(first, YEAR).stream().filter(one -> one.socket() <= SOCKETS).toList();
    StringBuilder csv = new StringBuilder("shed,socket,startedAt,endedAt,wattHours\n");
    int mistakes = 0;
    for (int i = 0; i < year.size(); i++) {
      Charge charge = year.get(i);
      boolean mistake = i % MISTAKE_EVERY == 0;
      mistakes += mistake ? 1 : 0;
      csv.append(
          String.format(
              Locale.ROOT,
              "s%02d,%d,%s,%s,600%n",
              charge.shed() + 1,
              mistake ? 99 : charge.socket(),
              Instant.ofEpochMilli(charge.startedAt()),
              Instant.ofEpochMilli(charge.finishedAt())));
    }
    for (int time = 1; time <= 2; time++) {
      long begin = System.nanoTime();
      TestAnswer answer =
          admin.send(
              "POST",
              "/api/v1/sessions/import",
              csv.toString(),
              Map.of("Content-Type", "text/csv"));
      long took = System.nanoTime() - begin;
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      assertThat(answer.json())
          .containsEntry(time == 1 ? "imported" : "duplicate", year.size() - mistakes)
          .containsEntry("rejectedCount", mistakes);
      System.out.printf(
          "%s, import %d of a year of 17 sheds: %d lines, %d bytes, %d ms; %d bad lines named%n",
          database,
          time,
          year.size(),
          csv.toString().getBytes(StandardCharsets.UTF_8).length,
          Duration.ofNanos(took).toMillis(),
          mistakes);
    }
  }
}
