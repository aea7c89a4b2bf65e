package io.shedwatch.server.wish;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Usage;
import io.shedwatch.server.notice.courier.StandIn;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.web.Room;
import io.shedwatch.server.wish.phone.Browser;
import io.shedwatch.testkit.Await;
import java.io.IOException;
import java.net.http.HttpResponse;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Words to closed phones, from a shed through a real database to a push service and a browser. */
abstract class HttpPushLaws extends WishRig {
  private static final String PUSH = "/api/v1/wishes/push";

  private void subscribes(String token, Browser browser, String endpoint, String language) {
    HttpResponse<String> answer =
        room.anybody().put(PUSH + "/" + token, browser.subscription(endpoint, language));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  @Test
  void aClosedPhoneIsToldOfTheSocketOnceInTheLanguageOfItsPage() throws IOException {
    Browser browser = Browser.draw();
    try (StandIn service = StandIn.answering(201, "")) {
      String other = asks(FREE, "{\"sheds\":[\"s07\"]}");
      String token = asks(FREE, "{\"sheds\":[\"s07\"]}");
      assertThat(read(FREE, token)).contains("\"push\":false");
      assertThat(room.anybody().get(PUSH).body()).containsPattern("\"key\":\"B[\\w-]{86}\"");
      subscribes(token, browser, service.url("/one"), "en");
      assertThat(read(FREE, token)).contains("\"push\":true");
      tell("s07", Usage.FREE);
      awaits(FREE, other, "\"stage\":\"offered\"");
      assertThat(room.anybody().delete(FREE + "/" + other).statusCode()).isEqualTo(204);
      Await.until("it is told", () -> !service.heard().isEmpty());
      assertThat(browser.open(service.heard().get(0).bytes()))
          .contains("\"title\":\"Free now: socket 1 of Shed 7\"", "\"lang\":\"en\"")
          .doesNotContain(token);
      assertThat(service.heard().get(0).headers().get("topic")).doesNotContain(token);
      tell("s07", Usage.CHARGING);
      awaits(FREE, token, "\"stage\":\"taken\"");
      assertThat(service.heard()).as("one socket, one word").hasSize(1);
    }
  }

  @Test
  void whatAPushServiceRefusesForNowIsToldLaterAlsoAfterARestart() throws IOException {
    Browser browser = Browser.draw();
    try (StandIn service = StandIn.answering(201, "")) {
      service.then(500);
      String token = asks(CHARGE, "{\"shed\":\"s07\",\"socket\":1}");
      subscribes(token, browser, service.url("/one"), "zh");
      tell("s07", Usage.TRIPPED);
      Await.until("it was tried", () -> service.heard().size() == 1);
      room.close();
      room = Room.start(environment);
      Await.until("it is told", () -> service.heard().size() == 2);
      String first = browser.open(service.heard().get(0).bytes());
      assertThat(first).contains("充电提前中断了", "7号车棚 1 号插座，请去看看。");
      assertThat(browser.open(service.heard().get(1).bytes())).as("the same").isEqualTo(first);
      awaits(CHARGE, token, "\"stage\":\"stopped\"", "\"push\":false");
    }
  }

  @Test
  void aFullBikesOwnerHearsTwiceAndAPhoneThatIsGoneIsForgotten() throws IOException {
    Browser browser = Browser.draw();
    try (StandIn service = StandIn.answering(201, "")) {
      service.then(201).then(410);
      String token = asks(CHARGE, "{\"shed\":\"s07\",\"socket\":1}");
      subscribes(token, browser, service.url("/one"), "zh");
      tell("s07", Usage.FINISHED);
      Await.until("the first word", () -> service.heard().size() == 1);
      awaits(CHARGE, token, "\"stage\":\"done\"", "\"push\":true");
      asks(FREE, "{\"sheds\":[\"s07\"]}");
      Await.until("the second word", () -> service.heard().size() == 2);
      assertThat(browser.open(service.heard().get(0).bytes())).contains("您的车充满了");
      assertThat(browser.open(service.heard().get(1).bytes())).contains("有邻居在等");
      awaits(CHARGE, token, "\"stage\":\"move\"", "\"push\":false");
    }
  }

  @Test
  void aWishThatIsTakenBackTakesItsPhoneWithIt() throws Exception {
    Browser browser = Browser.draw();
    try (StandIn service = StandIn.answering(201, "")) {
      String token = asks(FREE, "{\"sheds\":[\"s07\"]}");
      subscribes(token, browser, service.url("/one"), "zh");
      assertThat(room.anybody().delete(FREE + "/" + token).statusCode()).isEqualTo(204);
      JdbcPhones phones = new JdbcPhones(room.part(DataSource.class), room.part(Site.class).site());
      assertThat(phones.has(token)).isFalse();
      assertThat(
              room.anybody()
                  .put(PUSH + "/" + token, browser.subscription(service.url("/one"), "zh"))
                  .statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void whatIsNoSubscriptionIsRefused() {
    String token = asks(FREE, "{\"sheds\":[\"s07\"]}");
    String good = Browser.draw().subscription("https://push.example.org/1", "zh");
    for (String bad :
        new String[] {
          "{}",
          good.replace("https://push.example.org/1", "nonsense"),
          good.replace("\"zh\"", "\"fr\""),
          good.replaceAll("auth\":\"[^\"]+", "auth\":\"AA"),
          good.replaceAll("p256dh\":\"[^\"]+", "p256dh\":\"" + "B".repeat(87)),
        }) {
      assertThat(room.anybody().put(PUSH + "/" + token, bad).statusCode()).as(bad).isEqualTo(400);
    }
    assertThat(read(FREE, token)).contains("\"push\":false");
  }

  @Test
  void aServerOfTheOpenInternetTakesNoAddressOfItsOwnNetworkAndOneWithoutPushTakesNone()
      throws IOException {
    String good = Browser.draw().subscription("https://push.example.org/1", "zh");
    String own = Browser.draw().subscription("http://127.0.0.1:1/1", "zh");
    String token = asks(FREE, "{\"sheds\":[\"s08\"]}");
    room.close();
    environment.put("SHEDWATCH_WISH_PUSH", "on");
    room = Room.start(environment);
    assertThat(room.anybody().put(PUSH + "/" + token, own).statusCode()).isEqualTo(400);
    assertThat(room.anybody().put(PUSH + "/" + token, good).statusCode()).isEqualTo(204);
    room.close();
    environment.put("SHEDWATCH_WISH_PUSH", "off");
    room = Room.start(environment);
    assertThat(room.anybody().get(PUSH).statusCode()).isEqualTo(404);
    assertThat(room.anybody().put(PUSH + "/" + token, good).statusCode()).isEqualTo(400);
  }
}
