package io.shedwatch.server.notice.courier;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Our own webhook: JSON, signed. {@code X-ShedWatch-Notice} stays the same at every attempt; {@code
 * X-ShedWatch-Signature} is {@code sha256=} and the HMAC-SHA256 over timestamp, dot and body.
 */
final class Webhook implements Robot {
  @Override
  public HttpCall call(Letter letter, Destination destination, Instant now) {
    String body =
        JsonText.object(
            json -> {
              json.writeStringField("notice", letter.notice());
              json.writeStringField("kind", letter.kind());
              json.writeStringField("severity", letter.severity());
              json.writeBooleanField("drill", letter.drill());
              json.writeStringField("title", letter.title());
              json.writeStringField("text", letter.text());
              json.writeArrayFieldStart("to");
              for (Recipient one : letter.to()) {
                json.writeStartObject();
                json.writeStringField("name", one.name());
                json.writeStringField("phone", one.phone());
                json.writeStringField("email", one.email());
                json.writeEndObject();
              }
              json.writeEndArray();
              json.writeFieldName("alerts");
              json.writeRawValue(letter.facts());
            });
    long seconds = now.getEpochSecond();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-ShedWatch-Notice", letter.notice());
    headers.put("X-ShedWatch-Timestamp", Long.toString(seconds));
    destination
        .key()
        .ifPresent(
            key ->
                headers.put(
                    "X-ShedWatch-Signature",
                    "sha256=" + Signature.webhook(seconds, body, key.reveal())));
    return new HttpCall(destination.address().reveal(), headers, body);
  }

  @Override
  public Outcome read(String body) {
    return new Outcome.Delivered("taken");
  }
}
