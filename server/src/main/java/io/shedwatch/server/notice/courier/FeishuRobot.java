package io.shedwatch.server.notice.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Feishu custom robot, signed (签名校验). It mentions by user id only, which nobody here has. */
final class FeishuRobot implements Robot {
  /** The robot takes requests of 20 kB. */
  private static final int MOST_BYTES = 15_000;

  @Override
  public HttpCall call(Letter letter, Destination destination, Instant now) {
    long seconds = now.getEpochSecond();
    String body =
        JsonText.object(
            json -> {
              if (destination.key().isPresent()) {
                String secret = destination.key().get().reveal();
                json.writeStringField("timestamp", Long.toString(seconds));
                json.writeStringField("sign", Signature.feishu(seconds, secret));
              }
              json.writeStringField("msg_type", "text");
              json.writeObjectFieldStart("content");
              json.writeStringField("text", Clip.bytes(letter.all(), MOST_BYTES));
              json.writeEndObject();
            });
    return new HttpCall(destination.address().reveal(), Map.of(), body);
  }

  @Override
  public Outcome read(String body) {
    Map<String, String> answer = JsonText.fields(body);
    String code = answer.getOrDefault("code", answer.getOrDefault("StatusCode", ""));
    return switch (code) {
      case "0" -> new Outcome.Delivered("code 0");
      case "9499", "11232" ->
          new Outcome.Later("code " + code + ": too often", Duration.ofMinutes(1), false);
      case "" -> Outcome.later("the answer is not a Feishu robot's");
      default -> new Outcome.Refused("code " + Clip.characters(code, 20));
    };
  }
}
