package io.shedwatch.server.notice.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** WeCom group robot: the key in the URL is its only secret. */
final class WeComRobot implements Robot {
  /** The robot refuses longer texts. */
  private static final int MOST_BYTES = 2_048;

  private static final String TOO_OFTEN = "45009";
  private static final String BUSY = "-1";

  @Override
  public HttpCall call(Letter letter, Destination destination, Instant now) {
    String body =
        JsonText.object(
            json -> {
              json.writeStringField("msgtype", "text");
              json.writeObjectFieldStart("text");
              json.writeStringField("content", Clip.bytes(letter.all(), MOST_BYTES));
              json.writeArrayFieldStart("mentioned_mobile_list");
              for (Recipient one : letter.to()) {
                if (!one.phone().isEmpty()) {
                  json.writeString(one.phone());
                }
              }
              json.writeEndArray();
              json.writeEndObject();
            });
    return new HttpCall(destination.address().reveal(), Map.of(), body);
  }

  @Override
  public Outcome read(String body) {
    Map<String, String> answer = JsonText.fields(body);
    String code = answer.getOrDefault("errcode", "");
    return switch (code) {
      case "0" -> new Outcome.Delivered("errcode 0");
      case TOO_OFTEN -> new Outcome.Later("errcode 45009: too often", Duration.ofMinutes(1), false);
      case BUSY -> Outcome.later("errcode -1: busy");
      case "" -> Outcome.later("the answer is not a WeCom robot's");
      default -> new Outcome.Refused("errcode " + Clip.characters(code, 20));
    };
  }
}
