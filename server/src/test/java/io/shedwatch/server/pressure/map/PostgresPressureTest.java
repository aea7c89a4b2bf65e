package io.shedwatch.server.pressure.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Postgres;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
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
      aPatrolIsPlannedAndPhotographed(room.as("staff"));
    }
  }

  private static void aPatrolIsPlannedAndPhotographed(TestClient staff) throws IOException {
    TestAnswer planned = staff.post("/api/v1/patrols", "{\"minutes\":30}");
    assertThat(planned.status()).as(planned.toString()).isEqualTo(201);
    Map<?, ?> stop = (Map<?, ?>) ((List<?>) planned.json().getOrDefault("stops", "")).get(0);
    String photos = "/api/v1/patrols/" + planned.field("patrol") + "/photos";
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
    TestAnswer taken =
        staff.upload(photos + "?building=" + stop.get("building"), png.toByteArray());
    assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
    Matcher photo = Pattern.compile("[0-9a-f]{64}").matcher(taken.body());
    assertThat(photo.find()).isTrue();
    String path = photos + "/" + photo.group();
    assertThat(staff.get(path).header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(staff.send("DELETE", path, "", Map.of()).status()).isEqualTo(204);
    assertThat(staff.get(path).status()).isEqualTo(404);
  }
}
