package io.shedwatch.server.incident;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.shedwatch.server.alert.AlertCleared;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.AlertWorsened;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The details of incident events as JSON text: keys in alphabetical order, no white space. */
public final class EventDetail {
  private static final JsonFactory JSON = new JsonFactory();

  private EventDetail() {}

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  public static String raised(AlertRaised raised) {
    return object(
        json -> {
          AlertRaised.Cause cause = raised.cause();
          AlertRaised.Finding finding = raised.finding();
          if (cause.alarm().isPresent()) {
            json.writeStringField("alarm", cause.alarm().get());
          }
          json.writeStringField("alert", raised.alert());
          if (finding.words().isPresent()) {
            json.writeObjectFieldStart("detail");
            json.writeStringField("en", finding.words().get().en());
            json.writeStringField("zh", finding.words().get().zh());
            json.writeEndObject();
          }
          json.writeStringField("kind", cause.kind());
          quantity(json, "limit", finding.limit());
          quantity(json, "measured", finding.measured());
          json.writeNumberField("raisedAt", raised.raisedAt());
          json.writeBooleanField("relayOpened", finding.relayOpened());
          json.writeStringField("rule", cause.rule());
          json.writeNumberField("ruleVersion", cause.version());
          json.writeStringField("severity", raised.severity().word());
        });
  }

  public static String cleared(AlertCleared cleared) {
    return object(
        json -> {
          json.writeStringField("alert", cleared.alert());
          json.writeNumberField("clearedAt", cleared.at());
          if (!cleared.why().isEmpty()) {
            json.writeStringField("why", cleared.why());
          }
        });
  }

  public static String worsened(AlertWorsened worse) {
    return object(
        json -> {
          json.writeStringField("alert", worse.alert());
          quantity(json, "limit", worse.limit());
          quantity(json, "measured", worse.measured());
          json.writeStringField("severity", worse.severity().word());
          json.writeNumberField("worsenedAt", worse.at());
        });
  }

  private static void quantity(JsonGenerator json, String name, double value) throws IOException {
    if (!Double.isNaN(value)) {
      json.writeNumberField(name, value);
    }
  }

  private static String object(Fields fields) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }
}
