package io.shedwatch.server.notice.courier;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** DingTalk custom robot, signed (加签); a robot that checks keywords or addresses takes it too. */
final class DingTalkRobot implements Robot {
  /** Half of what the robot takes. */
  private static final int MOST_BYTES = 10_000;

  /** 20 a minute passed: the robot is locked for ten minutes, asking does not make it longer. */
  private static final Duration LOCKED = Duration.ofMinutes(2);

  @Override
  public HttpCall call(Letter letter, Destination destination, Instant now) {
    String body =
        JsonText.object(
            json -> {
              json.writeStringField("msgtype", "text");
              json.writeObjectFieldStart("text");
              json.writeStringField("content", Clip.bytes(text(letter), MOST_BYTES));
              json.writeEndObject();
              json.writeObjectFieldStart("at");
              json.writeArrayFieldStart("atMobiles");
              for (Recipient one : letter.to()) {
                if (!one.phone().isEmpty()) {
                  json.writeString(one.phone());
                }
              }
              json.writeEndArray();
              json.writeBooleanField("isAtAll", false);
              json.writeEndObject();
            });
    return new HttpCall(url(destination, now.toEpochMilli()), Map.of(), body);
  }

  /** A mention counts only when the number is in the text as well. */
  private static String text(Letter letter) {
    StringBuilder text = new StringBuilder(letter.all());
    for (Recipient one : letter.to()) {
      if (!one.phone().isEmpty()) {
        text.append("\n@").append(one.phone());
      }
    }
    return text.toString();
  }

  private static String url(Destination destination, long millis) {
    String url = destination.address().reveal();
    if (destination.key().isEmpty()) {
      return url;
    }
    String sign = Signature.dingTalk(millis, destination.key().get().reveal());
    return url
        + (url.contains("?") ? "&" : "?")
        + "timestamp="
        + millis
        + "&sign="
        + URLEncoder.encode(sign, StandardCharsets.UTF_8);
  }

  @Override
  public Outcome read(String body) {
    String code = JsonText.fields(body).getOrDefault("errcode", "");
    return switch (code) {
      case "0" -> new Outcome.Delivered("errcode 0");
      case "130101", "130102", "302033" ->
          new Outcome.Later("errcode " + code + ": too often", LOCKED, false);
      case "-1", "410100" -> Outcome.later("errcode " + code + ": busy");
      case "" -> Outcome.later("the answer is not a DingTalk robot's");
      default -> new Outcome.Refused("errcode " + Clip.characters(code, 20));
    };
  }
}
