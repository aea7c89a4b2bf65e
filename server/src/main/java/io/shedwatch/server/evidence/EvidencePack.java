package io.shedwatch.server.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.shedwatch.contract.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * What was known about an incident when its last minute was over, as one JSON document: the curve
 * from {@link #AROUND} before to {@link #AROUND} after, alerts with the rule, its version, the
 * thresholds of that version and the measured values, the limits in force, the notices. Times are
 * epoch milliseconds. Pure.
 *
 * @param limits JSON text of the shed's limits; empty: none were published
 */
record EvidencePack(
    String incident,
    String kind,
    Optional<String> shed,
    OptionalInt socket,
    long openedAt,
    long frozenAt,
    List<Sample> curve,
    Optional<String> limits,
    List<AlertPart> alerts,
    List<NoticePart> notices) {
  static final Duration AROUND = Duration.ofMinutes(10);

  /** More readings than this are thinned out evenly; a shed of 11 sockets has 13,200 at most. */
  static final int MOST_READINGS = 6_000;

  private static final JsonFactory JSON = new JsonFactory();

  /** A reading at its time. */
  record Sample(long at, Reading reading) {}

  /**
   * An alert that belongs to the incident.
   *
   * @param parameters of that version of the rule, with their units in their names
   */
  record AlertPart(
      String alert,
      String rule,
      int ruleVersion,
      SortedMap<String, Double> parameters,
      String kind,
      String severity,
      Optional<Double> measured,
      Optional<Double> limit,
      long raisedAt,
      Optional<Long> clearedAt) {}

  /** A message about it. */
  record NoticePart(
      String notice, String route, String title, String state, Optional<Long> sentAt) {}

  /** The document in UTF-8, keys always in the same order. */
  byte[] json() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberField("format", 1);
      json.writeStringField("incident", incident);
      json.writeStringField("kind", kind);
      text(json, "shed", shed);
      if (socket.isPresent()) {
        json.writeNumberField("socket", socket.getAsInt());
      }
      json.writeNumberField("openedAt", openedAt);
      json.writeNumberField("from", openedAt - AROUND.toMillis());
      json.writeNumberField("to", openedAt + AROUND.toMillis());
      json.writeNumberField("frozenAt", frozenAt);
      alerts(json);
      if (limits.isPresent()) {
        json.writeFieldName("limits");
        json.writeRawValue(limits.get());
      }
      notices(json);
      curve(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private void alerts(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("alerts");
    for (AlertPart alert : alerts) {
      json.writeStartObject();
      json.writeStringField("alert", alert.alert());
      json.writeStringField("rule", alert.rule());
      json.writeNumberField("ruleVersion", alert.ruleVersion());
      json.writeObjectFieldStart("parameters");
      for (Map.Entry<String, Double> parameter : alert.parameters().entrySet()) {
        json.writeNumberField(parameter.getKey(), parameter.getValue());
      }
      json.writeEndObject();
      json.writeStringField("kind", alert.kind());
      json.writeStringField("severity", alert.severity());
      number(json, "measured", alert.measured().orElse(Double.NaN));
      number(json, "limit", alert.limit().orElse(Double.NaN));
      json.writeNumberField("raisedAt", alert.raisedAt());
      if (alert.clearedAt().isPresent()) {
        json.writeNumberField("clearedAt", alert.clearedAt().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void notices(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("notices");
    for (NoticePart notice : notices) {
      json.writeStartObject();
      json.writeStringField("notice", notice.notice());
      json.writeStringField("route", notice.route());
      json.writeStringField("title", notice.title());
      json.writeStringField("state", notice.state());
      if (notice.sentAt().isPresent()) {
        json.writeNumberField("sentAt", notice.sentAt().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void curve(JsonGenerator json) throws IOException {
    json.writeNumberField("readings", curve.size());
    int every = Math.max(1, (curve.size() + MOST_READINGS - 1) / MOST_READINGS);
    if (every > 1) {
      json.writeNumberField("oneOf", every);
    }
    json.writeArrayFieldStart("curve");
    for (int i = 0; i < curve.size(); i += every) {
      Reading reading = curve.get(i).reading();
      json.writeStartObject();
      json.writeNumberField("at", curve.get(i).at());
      json.writeNumberField("socket", reading.socket());
      json.writeStringField("usage", reading.usage().word());
      number(json, "volts", reading.volts());
      number(json, "amperes", reading.amperes());
      number(json, "watts", reading.watts());
      number(json, "celsius", reading.celsius());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (!Double.isNaN(value)) {
      json.writeNumberField(name, value);
    }
  }
}
