package io.shedwatch.server.notice;

import com.fasterxml.jackson.core.JsonGenerator;
import io.shedwatch.server.notice.courier.JsonText;
import java.io.IOException;
import java.util.List;

/** The alerts of a message for programs. Times are ISO 8601 in UTC. */
final class NoticeFacts {
  /** Beyond these the text's counts must do. */
  private static final int MOST_ALERTS = 200;

  private NoticeFacts() {}

  static String json(List<Task> told) {
    return JsonText.array(
        json -> {
          for (Task task : told.subList(0, Math.min(told.size(), MOST_ALERTS))) {
            write(json, task);
          }
        });
  }

  private static void write(JsonGenerator json, Task task) throws IOException {
    AlertFact alert = task.alert();
    json.writeStartObject();
    json.writeStringField("alert", alert.alert());
    json.writeStringField("transition", task.transition().word());
    json.writeStringField("rule", alert.rule());
    json.writeStringField("kind", alert.kind());
    json.writeStringField("severity", alert.severity().word());
    json.writeBooleanField("drill", alert.drill());
    json.writeStringField("raisedAt", alert.raisedAt().toString());
    if (alert.clearedAt().isPresent()) {
      json.writeStringField("clearedAt", alert.clearedAt().get().toString());
    }
    if (alert.shed().isPresent()) {
      json.writeStringField("shed", alert.shed().get());
    }
    if (alert.socket().isPresent()) {
      json.writeNumberField("socket", alert.socket().getAsInt());
    }
    if (alert.building().isPresent()) {
      json.writeStringField("building", alert.building().get());
    }
    if (alert.incident().isPresent()) {
      json.writeStringField("incident", alert.incident().get());
    }
    if (alert.detail().isPresent()) {
      json.writeObjectFieldStart("detail");
      json.writeStringField("zh", alert.detail().get().zh());
      json.writeStringField("en", alert.detail().get().en());
      json.writeEndObject();
    }
    if (alert.flapping().isPresent()) {
      json.writeObjectFieldStart("flapping");
      json.writeNumberField("raises", alert.flapping().get().raises());
      json.writeStringField("since", alert.flapping().get().since().toString());
      json.writeEndObject();
    }
    quantity(json, "measured", alert.measured());
    quantity(json, "limit", alert.limit());
    json.writeBooleanField("relayOpened", alert.relayOpened());
    json.writeEndObject();
  }

  private static void quantity(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(name, value);
    }
  }
}
