package io.shedwatch.server.notice.courier;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.shedwatch.server.settings.Secret;
import io.shedwatch.testkit.Ports;
import jakarta.mail.internet.MimeMessage;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What leaves, and what each answer means, against servers that answer as the real ones do. */
final class CouriersTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_767_672_000_123L);
  private static final Recipient LI = new Recipient("李雷", "13800000000", "li@x.cn");

  private final Couriers couriers = new Couriers(SmtpSettings.NONE, Duration.ofSeconds(1));

  private static Letter letter(String text) {
    return new Letter(
        "n1", "alert", "critical", false, "【紧急】烟雾：3号车棚", text, "[{\"alert\":\"a\"}]", List.of(LI));
  }

  private Outcome send(CourierKind kind, String url, String key) {
    Destination to =
        new Destination(
            kind, new Secret(url), Optional.of(key).filter(k -> !k.isEmpty()).map(Secret::new));
    return couriers.send(letter("快去"), to, NOW);
  }

  @Test
  void weComGetsTextWithTheNumberToMention() throws Exception {
    try (StandIn robot = StandIn.answering(200, "{\"errcode\":0,\"errmsg\":\"ok\"}")) {
      assertThat(send(CourierKind.WECOM, robot.url("/send?key=k"), ""))
          .isInstanceOf(Outcome.Delivered.class);
      assertThat(robot.heard().get(0).query()).isEqualTo("key=k");
      assertThat(robot.heard().get(0).body())
          .isEqualTo(
              "{\"msgtype\":\"text\",\"text\":{\"content\":\"【紧急】烟雾：3号车棚\\n快去\","
                  + "\"mentioned_mobile_list\":[\"13800000000\"]}}");
    }
  }

  @Test
  void weComsLimitIsAPauseAndAWrongKeyIsARefusal() throws Exception {
    try (StandIn robot = StandIn.answering(200, "{\"errcode\":93000}")) {
      robot.then(
          StandIn.Answer.of(200, "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}"));
      assertThat(send(CourierKind.WECOM, robot.url("/"), ""))
          .isEqualTo(new Outcome.Later("errcode 45009: too often", Duration.ofMinutes(1), false));
      assertThat(send(CourierKind.WECOM, robot.url("/"), ""))
          .isEqualTo(new Outcome.Refused("errcode 93000"));
    }
  }

  @Test
  void aLongTextIsCutBetweenCharacters() throws Exception {
    try (StandIn robot = StandIn.answering(200, "{\"errcode\":0}")) {
      Destination to =
          new Destination(CourierKind.WECOM, new Secret(robot.url("/")), Optional.empty());
      couriers.send(letter("车".repeat(3_000)), to, NOW);
      String content =
          robot.heard().get(0).body().replaceAll(".*\"content\":\"|\",\"mentioned.*", "");
      assertThat(content.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8).length)
          .isBetween(2_040, 2_048);
      assertThat(content).endsWith("车…");
    }
  }

  @Test
  void dingTalkIsSignedAsItsDocumentationSays() throws Exception {
    try (StandIn robot = StandIn.answering(200, "{\"errcode\":0}")) {
      send(CourierKind.DINGTALK, robot.url("/robot/send?access_token=t"), "SECabc");
      String query = robot.heard().get(0).query();
      assertThat(query).startsWith("access_token=t&timestamp=1767672000123&sign=");
      String sign = URLDecoder.decode(query.replaceAll(".*sign=", ""), StandardCharsets.UTF_8);
      assertThat(sign)
          .isEqualTo(Base64.getEncoder().encodeToString(hmac("SECabc", "1767672000123\nSECabc")));
      assertThat(robot.heard().get(0).body()).contains("@13800000000", "\"atMobiles\"");
    }
  }

  @Test
  void feishuIsSignedAsItsDocumentationSays() throws Exception {
    try (StandIn robot = StandIn.answering(200, "{\"code\":0}")) {
      assertThat(send(CourierKind.FEISHU, robot.url("/hook/x"), "key"))
          .isInstanceOf(Outcome.Delivered.class);
      String sign = Base64.getEncoder().encodeToString(hmac("1767672000\nkey", ""));
      assertThat(robot.heard().get(0).body())
          .startsWith(
              "{\"timestamp\":\"1767672000\",\"sign\":\"" + sign + "\",\"msg_type\":\"text\"");
      robot.then(StandIn.Answer.of(200, "{\"code\":11232,\"msg\":\"frequency limited\"}"));
      assertThat(send(CourierKind.FEISHU, robot.url("/hook/x"), "key"))
          .isInstanceOf(Outcome.Later.class);
    }
  }

  @Test
  void aWebhooksSignatureCoversTimestampAndBody() throws Exception {
    try (StandIn gateway = StandIn.answering(204, "")) {
      assertThat(send(CourierKind.WEBHOOK, gateway.url("/sms"), "key"))
          .isInstanceOf(Outcome.Delivered.class);
      StandIn.Heard heard = gateway.heard().get(0);
      assertThat(heard.headers())
          .containsEntry("x-shedwatch-notice", "n1")
          .containsEntry(
              "x-shedwatch-signature",
              "sha256=" + HexFormat.of().formatHex(hmac("key", "1767672000." + heard.body())));
      assertThat(heard.body())
          .contains(
              "\"to\":[{\"name\":\"李雷\",\"phone\":\"13800000000\"",
              "\"alerts\":[{\"alert\":\"a\"}]");
    }
  }

  @Test
  void statusesSayWhetherToTryAgain() throws Exception {
    try (StandIn hook = StandIn.answering(404, "")) {
      hook.then(new StandIn.Answer(429, "", Map.of("Retry-After", "17")))
          .then(StandIn.Answer.of(503, ""))
          .then(new StandIn.Answer(302, "", Map.of("Location", hook.url("/elsewhere"))));
      assertThat(send(CourierKind.WEBHOOK, hook.url("/"), ""))
          .isEqualTo(new Outcome.Later("HTTP 429: too often", Duration.ofSeconds(17), false));
      assertThat(send(CourierKind.WEBHOOK, hook.url("/"), "")).isEqualTo(Outcome.later("HTTP 503"));
      assertThat(send(CourierKind.WEBHOOK, hook.url("/"), ""))
          .as("redirects are not followed")
          .isEqualTo(new Outcome.Refused("HTTP 302"));
      assertThat(send(CourierKind.WEBHOOK, hook.url("/"), ""))
          .isEqualTo(new Outcome.Refused("HTTP 404"));
    }
  }

  @Test
  void anAnswerThatIsLostLeavesOpenWhetherItArrived() throws Exception {
    try (StandIn hook = StandIn.answering(200, "").then(StandIn.Answer.of(0, ""))) {
      assertThat(send(CourierKind.WEBHOOK, hook.url("/"), ""))
          .isEqualTo(new Outcome.Later("no answer within 1 s", Duration.ZERO, true));
    }
    assertThat(send(CourierKind.WEBHOOK, "http://127.0.0.1:" + Ports.free() + "/", ""))
        .as("nobody listens")
        .isEqualTo(Outcome.later("cannot connect"));
  }

  @Test
  void anEmailArrivesInChineseUnderTheNoticesId() throws Exception {
    GreenMail server =
        new GreenMail(new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.setUser("shed@x.cn", "shed@x.cn", "code");
    server.start();
    try {
      int port = server.getSmtp().getPort();
      Destination to =
          new Destination(CourierKind.SMTP, new Secret("boss@x.cn, desk@x.cn"), Optional.empty());
      Letter toAll = new Letter("n7", "alert", "major", false, "车棚离线", "正文", "[]", List.of());
      assertThat(mail(port, "code").send(toAll, to, NOW)).isInstanceOf(Outcome.Delivered.class);
      assertThat(mail(port, "code").send(letter("给李雷"), to, NOW))
          .isInstanceOf(Outcome.Delivered.class);
      MimeMessage[] got = server.getReceivedMessages();
      assertThat(got).as("two addresses, then Li alone").hasSize(3);
      assertThat(got[0].getSubject()).isEqualTo("车棚离线");
      assertThat(got[0].getContent().toString()).contains("正文");
      assertThat(got[0].getMessageID()).isEqualTo("<n7@x.cn>");
      assertThat(got[2].getAllRecipients()[0].toString()).isEqualTo("li@x.cn");
      assertThat(mail(port, "wrong").send(toAll, to, NOW))
          .isEqualTo(new Outcome.Refused("the mail server refuses user or password"));
    } finally {
      server.stop();
    }
  }

  @Test
  void withoutAMailServerAnEmailIsRefusedInWords() {
    assertThat(send(CourierKind.SMTP, "boss@x.cn", ""))
        .isEqualTo(new Outcome.Refused("no mail server is set (SHEDWATCH_SMTP_HOST)"));
  }

  private static SmtpCourier mail(int port, String password) {
    SmtpSettings settings =
        new SmtpSettings(
            Optional.of("127.0.0.1"),
            port,
            "none",
            Optional.of("shed@x.cn"),
            Optional.of(new Secret(password)),
            Optional.empty());
    return new SmtpCourier(settings, Duration.ofSeconds(5));
  }

  private static byte[] hmac(String key, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }
}
