package io.shedwatch.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.photo.PhotoRecoder;
import io.shedwatch.server.web.Room;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report's way: from a phone without a name to an incident, and the answer back by its code. */
final class HttpReportsTest {
  private static final String PATH = "/api/v1/reports";

  private Room room;

  @BeforeEach
  void start() throws IOException {
    room = Room.start(Map.of());
  }

  @AfterEach
  void stop() {
    room.close();
  }

  private static String sighting(String more) {
    return "{\"building\":\"b07\",\"place\":\"三单元 501 窗口\",\"note\":\"晚上八点\"" + more + "}";
  }

  private static String code(String body) {
    Matcher code = Pattern.compile("\"report\":\"([2-9A-Z]{8})\"").matcher(body);
    assertThat(code.find()).as(body).isTrue();
    return code.group(1);
  }

  @Test
  void aReportOpensAnIncidentOfItsBuildingAndTheReporterReadsWhatWasDone() {
    HttpResponse<String> taken = room.anybody().post(PATH, sighting(""));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    String code = code(taken.body());
    assertThat(room.admin().get("/api/v1/incidents").body())
        .contains("\"building\":\"b07\"", "\"kind\":\"fly-line\"", "\"severity\":\"major\"");
    assertThat(room.anybody().get(PATH + "/" + code).body())
        .contains("\"state\":\"open\"", "\"answer\":null")
        .doesNotContain("501", "incident");

    room.admin().post(PATH + "/" + code + "/answer", "{\"answer\":\"已上门拆除，谢谢您\"}");

    assertThat(room.anybody().get(PATH + "/" + code.toLowerCase(java.util.Locale.ROOT)).body())
        .contains("已上门拆除，谢谢您");
    assertThat(room.admin().get(PATH).body()).contains("501", code);
  }

  @Test
  void twoReportsOfOneBuildingJoinOneIncident() {
    room.anybody().post(PATH, sighting(""));
    room.anybody().post(PATH, sighting(""));
    assertThat(room.admin().get("/api/v1/incidents").body()).containsOnlyOnce("\"incident\":");
  }

  @Test
  void aPhotoIsDrawnAnewAndOnlyStaffSeeIt() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
    String photo = Base64.getEncoder().encodeToString(png.toByteArray());
    HttpResponse<String> taken =
        room.anybody().post(PATH, sighting(",\"photo\":\"data:image/png;base64," + photo + "\""));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    String path = PATH + "/" + code(taken.body()) + "/photo";
    assertThat(room.anybody().get(path).statusCode()).isEqualTo(401);
    HttpResponse<String> drawn = room.admin().get(path);
    assertThat(drawn.headers().firstValue("content-type")).contains("image/jpeg");
  }

  @Test
  void whatIsNoPhotoNoBuildingOrTooMuchIsRefusedWithASentence() {
    String script =
        Base64.getEncoder()
            .encodeToString(
                "<script>alert(1)</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    HttpResponse<String> none =
        room.anybody().post(PATH, sighting(",\"photo\":\"" + script + "\""));
    assertThat(none.statusCode()).isEqualTo(415);
    assertThat(none.body()).contains("JPEG, PNG or WebP");
    String large = Base64.getEncoder().encodeToString(new byte[PhotoRecoder.MOST_BYTES + 1]);
    HttpResponse<String> tooLarge =
        room.anybody().post(PATH, sighting(",\"photo\":\"" + large + "\""));
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertThat(tooLarge.body()).contains("5 MB");
    assertThat(room.anybody().post(PATH, "{\"building\":\"b99\"}").statusCode()).isEqualTo(400);
    String longNote = "\"note\":\"" + "长".repeat(501) + "\"";
    assertThat(room.anybody().post(PATH, "{\"building\":\"b07\"," + longNote + "}").statusCode())
        .isEqualTo(400);
    assertThat(room.anybody().get(PATH + "/22222222").statusCode()).isEqualTo(404);
    assertThat(room.anybody().get(PATH + "/..%2fincidents").statusCode()).isEqualTo(404);
  }

  @Test
  void oneAlertABuildingLastsUntilEveryReporterWasAnswered() {
    String first = code(room.anybody().post(PATH, sighting("")).body());
    String second = code(room.anybody().post(PATH, sighting("")).body());
    String alerts = "/api/v1/alerts?rule=fly-line-reported&open=true";
    String raised = room.admin().get(alerts).body();
    assertThat(raised)
        .contains("reported-" + first, "\"severity\":\"major\"", "\"building\":\"b07\"")
        .doesNotContain("reported-" + second);
    assertThat(room.admin().get("/api/v1/incidents").body())
        .as("the alert joins the incident of the report")
        .containsOnlyOnce("\"incident\":");

    String answer = "{\"answer\":\"已拆除\"}";
    room.admin().post(PATH + "/" + first + "/answer", answer);
    assertThat(room.admin().get(alerts).body()).contains("\"clearedAt\":null");
    room.admin().post(PATH + "/" + second + "/answer", answer);
    assertThat(room.admin().get(alerts).body()).doesNotContain("\"clearedAt\":null");
  }

  @Test
  void theFourthReportOfADeviceInAnHourWaits() {
    String device = sighting(",\"device\":\"phone-0001\"");
    for (int i = 0; i < 3; i++) {
      assertThat(room.anybody().post(PATH, device).statusCode()).isEqualTo(201);
    }
    HttpResponse<String> fourth = room.anybody().post(PATH, device);
    assertThat(fourth.statusCode()).isEqualTo(429);
    assertThat(fourth.headers().firstValue("retry-after")).isPresent();
    assertThat(room.anybody().post(PATH, sighting("")).statusCode()).isEqualTo(201);
  }
}
