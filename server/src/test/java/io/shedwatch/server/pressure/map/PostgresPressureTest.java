package io.shedwatch.server.pressure.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestRoom;
import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Postgres;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Orders come in and nights are estimated and replaced on a real PostgreSQL. */
final class PostgresPressureTest {
  @Test
  void aVendorsOrdersGiveAMapAndMoreOfThemAnother() throws Exception {
    try (Postgres postgres = Postgres.start();
        TestRoom room =
            TestRoom.start(
                Map.of(
                    "SHEDWATCH_JDBC_URL", postgres.jdbcUrl(),
                    "SHEDWATCH_JDBC_USER", Postgres.USER,
                    "SHEDWATCH_JDBC_PASSWORD", Postgres.PASSWORD))) {
      HttpPressureTest.ordersGiveAMap(room);

      Instant start = Instant.now().minus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
      String more =
          "shed,socket,startedAt,endedAt,wattHours%ns16,9,%s,%s,300%n"
              .formatted(start, start.plus(1, ChronoUnit.HOURS));
      assertThat(HttpPressureTest.post(room.as("admin"), more).json()).containsEntry("imported", 1);
      assertThat(HttpPressureTest.post(room.as("admin"), more).json())
          .containsEntry("imported", 0)
          .containsEntry("duplicate", 1);
      Await.until(
          "an estimate with the one that came later",
          Duration.ofSeconds(60),
          () -> room.as("staff").get("/api/v1/pressure").body().contains("\"orders\":1240"));
    }
  }
}
