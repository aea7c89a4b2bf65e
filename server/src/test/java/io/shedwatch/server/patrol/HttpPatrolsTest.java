package io.shedwatch.server.patrol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import io.shedwatch.testkit.Await;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A patrol is planned from the pressure map, walked, and changes the next ranking. */
final class HttpPatrolsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String PATROLS = "/api/v1/patrols";
  private static final TestRoom ROOM = TestRoom.start(Map.of());
  private final TestClient staff = ROOM.as("staff");

  @AfterAll
  static void stop() {
    ROOM.close();
  }

  /** All sheds fill up every evening. */
  private static void fillSheds() {
    StringBuilder csv = new StringBuilder("shed,socket,startedAt,endedAt,wattHours,unpluggedAt\n");
    LocalDate first = LocalDate.now(ZONE).minusDays(15);
    for (int day = 0; day < 14; day++) {
      for (int shed = 1; shed <= 17; shed++) {
        for (int socket = 1; socket <= (shed <= 9 || shed == 11 ? 11 : 10); socket++) {
          Instant start = first.plusDays(day).atTime(17, 5 * socket).atZone(ZONE).toInstant();
          Instant end = start.plus(Duration.ofHours(6));
          csv.append(
              String.format(Locale.ROOT, "s%02d,%d,%s,%s,600,%s%n", shed, socket, start, end, end));
        }
      }
    }
    TestAnswer answer =
        ROOM.as("admin")
            .send(
                "POST",
                "/api/v1/sessions/import",
                csv.toString(),
                Map.of("Content-Type", "text/csv"));
    assertThat(answer.json()).containsEntry("rejectedCount", 0);
    Await.until(
        "a ranking",
        Duration.ofSeconds(30),
        () -> !"null".equals(ROOM.as("staff").get(PATROLS).field("basis")));
  }

  private Object candidate(String building) {
    return ((List<?>) at(staff.get(PATROLS).json(), "candidates"))
        .stream().filter(each -> building.equals(at(each, "building"))).findFirst().orElseThrow();
  }

  private static double wires(Object candidate) {
    return ((Number) at(candidate, "wires", "estimate")).doubleValue();
  }

  /** Walks into JSON: names of fields and places in lists. */
  private static Object at(Object json, Object... way) {
    Object here = json;
    for (Object step : way) {
      here =
          Objects.requireNonNull(
              step instanceof Integer place
                  ? ((List<?>) here).get(place)
                  : ((Map<?, ?>) here).get(step),
              () -> "no " + step + " in " + json);
    }
    return here;
  }

  @Test
  void aWalkThatFindsNothingLowersItsBuildings() {
    assertThat(staff.post(PATROLS, "{\"minutes\":60}").status())
        .as("without an estimate there is nothing to plan from")
        .isEqualTo(409);
    fillSheds();
    TestAnswer planned = staff.post(PATROLS, "{\"minutes\":60}");
    assertThat(planned.status()).as(planned.toString()).isEqualTo(201);
    assertThat((List<?>) at(planned.json(), "stops")).hasSizeBetween(4, 20);
    String building = at(planned.json(), "stops", 0, "building").toString();
    double before = wires(candidate(building));
    String findings = PATROLS + "/" + planned.field("patrol") + "/findings";
    TestAnswer found = staff.post(findings, "{\"building\":\"" + building + "\",\"wires\":0}");
    assertThat(found.body()).contains("\"foundBy\":\"staff\"");
    assertThat(wires(candidate(building))).isLessThan(before);
    assertThat(at(candidate(building), "reason").toString()).contains("近期巡查发现 0.0 根");

    staff.post(findings, "{\"building\":\"" + building + "\",\"wires\":3,\"cleared\":true}");
    assertThat(wires(candidate(building))).as("a correction").isGreaterThan(before);
    assertThat(staff.get("/api/v1/reports/monthly").body())
        .as("the month counts the correction, not what it corrects")
        .contains("\"visits\":1,\"found\":3,\"cleared\":3");
    assertThat(staff.post(findings, "{\"building\":\"b99\",\"wires\":0}").status()).isEqualTo(404);
    String incidents = "/api/v1/incidents?building=" + building;
    assertThat(staff.get(incidents).body()).as("all taken down").doesNotContain("fly-line");
    String left = "{\"building\":\"" + building + "\",\"wires\":2,\"cleared\":false}";
    staff.post(findings, left);
    staff.post(findings, left);
    assertThat(staff.get(incidents).body())
        .as("what still hangs is an incident, once")
        .containsOnlyOnce("\"incident\":")
        .contains("\"kind\":\"fly-line\"", "\"building\":\"" + building + "\"");
    photos(PATROLS + "/" + planned.field("patrol") + "/photos", building);
  }

  /** Photos of a stop: drawn anew, seen by staff alone, bounded, erased. */
  private void photos(String path, String building) {
    String way = path + "?building=" + building;
    TestAnswer taken = staff.upload(way, png(60));
    assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
    String photo = at(taken.json(), "stops", 0, "photos", 0).toString();
    assertThat(staff.upload(way, png(60)).body()).as("twice is once").containsOnlyOnce(photo);
    TestAnswer seen = staff.get(path + "/" + photo);
    assertThat(seen.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(seen.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(ROOM.anonymous().get(path + "/" + photo).status()).isEqualTo(401);

    staff
        .upload(way, "<script>alert(1)</script>".getBytes(UTF_8))
        .refuses(415, "unsupported-media-type");
    staff.upload(path + "?building=b99", png(60)).refuses(404, "not-found");
    staff.upload(PATROLS + "/none/photos?building=b01", png(60)).refuses(404, "not-found");
    for (int i = 1; i < JdbcPatrolPhotos.MOST_PHOTOS; i++) {
      assertThat(staff.upload(way, png(60 + i)).status()).isEqualTo(201);
    }
    staff.upload(way, png(99)).refuses(409, "conflict");

    assertThat(staff.send("DELETE", path + "/" + photo, "", Map.of()).status()).isEqualTo(204);
    assertThat(staff.get(path + "/" + photo).status()).isEqualTo(404);
    assertThat(staff.get(PATROLS).body()).doesNotContain(photo);
    assertThat(ROOM.as("officer").get("/api/v1/staff-actions").body())
        .as("who erased it is written down")
        .contains("DELETE", path + "/" + photo);
  }

  private static byte[] png(int side) {
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
