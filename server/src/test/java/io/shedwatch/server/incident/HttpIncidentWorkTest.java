package io.shedwatch.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.web.Room;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people enter, give away, settle and find again. */
final class HttpIncidentWorkTest {
  private static final String PATH = "/api/v1/incidents";

  private static Room room;

  @BeforeAll
  static void start() throws IOException {
    room = Room.start(Map.of());
  }

  @AfterAll
  static void stop() {
    room.close();
  }

  @Test
  void anEntryTwiceIsOne() {
    String entry = entry("entry-0001", "fly-line", "\"building\":\"b07\"", "三楼拉线到楼下充电");
    String first = body(room.admin().post(PATH, entry), 201);
    assertThat(first).contains("\"building\":\"b07\"", "\"state\":\"open\"");
    assertThat(body(room.admin().post(PATH, entry), 201)).isEqualTo(first);
    assertThat(events(id(first))).containsOnlyOnce("\"event\":\"opened\"");
  }

  @Test
  void anEntryJoinsWhatIsOpenThereAndMakesItWorse() {
    String first = enter("blocked-exit", "\"shed\":\"s02\",\"socket\":3", "通道堵塞");
    String second =
        body(
            room.admin()
                .post(
                    PATH,
                    entry("entry-join-2", "fire", "\"shed\":\"s02\",\"socket\":3", "冒烟了")
                        .replace("major", "critical")),
            201);
    assertThat(id(second)).isEqualTo(first);
    assertThat(second).contains("\"severity\":\"critical\"");
    assertThat(events(first)).contains("\"event\":\"joined\"", "冒烟了");
  }

  @Test
  void aSmallMatterIsSettledAtOnceAndTheLogSaysSo() {
    String incident = enter("other", "\"shed\":\"s03\"", "灯坏了");
    String solved =
        body(
            room.admin()
                .post(
                    PATH + "/" + path(incident) + "/resolve",
                    "{\"why\":\"换了灯泡\",\"onTheSpot\":true}"),
            200);
    assertThat(solved).contains("\"state\":\"resolved\"", "\"way\":\"on-the-spot\"");
    assertThat(events(incident)).contains("\\\"way\\\":\\\"on-the-spot\\\"");
    assertThat(find("way=on-the-spot")).contains(incident);
  }

  @Test
  void aHardCaseGoesOutsideWithADateOnly() {
    String incident = enter("fly-line", "\"building\":\"b09\"", "屡次飞线，拒不整改");
    String assign = PATH + "/" + path(incident) + "/assign";
    assertThat(room.admin().post(assign, "{\"party\":\"police\",\"to\":\"张警官\"}").statusCode())
        .isEqualTo(400);
    String given =
        body(
            room.admin()
                .post(
                    assign,
                    "{\"party\":\"police\",\"to\":\"张警官\",\"note\":\"约谈\","
                        + "\"dueAt\":\"2020-01-05T18:00:00+08:00\"}"),
            200);
    assertThat(given)
        .contains("\"party\":\"police\"", "\"assignedTo\":\"张警官\"", "\"way\":\"outside\"");
    assertThat(find("overdue=true")).contains(incident);
    body(room.admin().post(PATH + "/" + path(incident) + "/resolve", "{\"why\":\"已处理\"}"), 200);
    assertThat(find("overdue=true")).doesNotContain(incident);
    assertThat(room.admin().post(assign, "{\"to\":\"staff-1\"}").statusCode()).isEqualTo(409);
  }

  @Test
  void whatSomebodyWroteIsFoundInAnyLanguage() {
    String chinese = enter("fly-line", "\"building\":\"b11\"", "电动自行车从五楼窗口接线");
    String english = enter("other", "\"building\":\"b12\"", "Charger smells of Burnt plastic");
    assertThat(find("text=" + encoded("窗口接线"))).contains(chinese).doesNotContain(english);
    assertThat(find("text=burnt%20PLASTIC")).contains(english).doesNotContain(chinese);
    assertThat(find("text=" + encoded("六楼窗口"))).doesNotContain(chinese);
    room.admin().post(PATH + "/" + path(english) + "/comment", "{\"text\":\"已通知维修师傅\"}");
    assertThat(find("text=" + encoded("维修师傅"))).contains(english);
    assertThat(find("text=" + encoded("维修师傅") + "&building=b11")).doesNotContain(english);
    assertThat(room.admin().get(PATH + "?text=" + encoded("电")).statusCode()).isEqualTo(400);
  }

  @Test
  void erasedWordsAreGoneAndNotFoundAndTheLogStaysWholeAndSaysSo() {
    String incident = enter("other", "\"building\":\"b14\"", "三单元高女士门口");
    String at = PATH + "/" + path(incident);
    body(room.admin().post(at + "/comment", "{\"text\":\"三单元已看过\"}"), 200);
    body(
        room.admin()
            .post(
                at + "/assign",
                "{\"party\":\"lawyer\",\"to\":\"贾律师\",\"dueAt\":\"2030-01-05T18:00:00+08:00\"}"),
        200);
    String why = "{\"why\":\"本人要求\"}";
    for (String word : List.of("opened", "assigned")) {
      String number =
          events(incident)
              .replaceAll(
                  ".*\"number\":(\\d+),\"at\":\"[^\"]*\",\"event\":\"" + word + "\".*", "$1");
      String erase = at + "/events/" + number + "/erase";
      assertThat(room.admin().post(erase, why).statusCode()).isEqualTo(204);
      assertThat(room.admin().post(erase, why).statusCode()).as("again").isEqualTo(404);
    }
    assertThat(events(incident))
        .contains("\"event\":\"erased\"", "本人要求", "三单元已看过")
        .doesNotContain("高女士", "贾律师");
    assertThat(body(room.admin().get(at), 200)).contains("lawyer").doesNotContain("贾律师");
    assertThat(find("text=" + encoded("高女士"))).doesNotContain(incident);
    assertThat(find("text=" + encoded("三单元"))).as("what is left").contains(incident);
    assertThat(room.admin().get(PATH + "/verification").body()).contains("\"whole\":true");
  }

  @Test
  void aPlaceThatDoesNotExistIsRefused() {
    assertThat(room.admin().post(PATH, entry("e-bad-0001", "fire", "\"shed\":\"s99\"", "x")).body())
        .contains("There is no such shed.");
    assertThat(
            room.admin()
                .post(PATH, entry("e-bad-0002", "fire", "\"shed\":\"s01\",\"socket\":99", "x"))
                .body())
        .contains("There is no such socket.");
    assertThat(room.anybody().post(PATH, entry("e-bad-0003", "fire", "\"shed\":\"s01\"", "x")))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(401);
  }

  @Test
  void theLogStaysWhole() {
    enter("other", "\"shed\":\"s05\"", "完整");
    assertThat(room.admin().get(PATH + "/verification").body()).contains("\"whole\":true");
  }

  private static String enter(String kind, String place, String text) {
    String key = "entry-" + Integer.toHexString((kind + place + text).hashCode()) + "-0000";
    return id(body(room.admin().post(PATH, entry(key, kind, place, text)), 201));
  }

  private static String entry(String key, String kind, String place, String text) {
    return "{\"entry\":\"%s\",\"kind\":\"%s\",\"severity\":\"major\",%s,\"text\":\"%s\"}"
        .formatted(key, kind, place, text);
  }

  private static String find(String query) {
    return body(room.admin().get(PATH + "?" + query), 200);
  }

  private static String events(String incident) {
    return body(room.admin().get(PATH + "/" + path(incident) + "/events"), 200);
  }

  private static String body(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body();
  }

  private static String id(String incident) {
    return incident.replaceAll(".*?\"incident\":\"([^\"]+)\".*", "$1");
  }

  private static String path(String incident) {
    return encoded(incident);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
