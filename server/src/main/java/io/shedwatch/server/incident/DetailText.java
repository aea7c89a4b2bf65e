package io.shedwatch.server.incident;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The details of events that people cause, as JSON text: keys in order, no white space. */
final class DetailText {
  /** The field that holds the digest of what a person wrote. */
  static final String REMARK = "remark";

  private static final JsonFactory JSON = new JsonFactory();

  private DetailText() {}

  static String of(SortedMap<String, String> fields) {
    StringWriter text = new StringWriter(128);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, String> field : fields.entrySet()) {
        json.writeStringField(field.getKey(), field.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }

  /** The digest that a detail holds, at its top level. */
  static Optional<String> remark(String detail) {
    try (JsonParser json = JSON.createParser(detail)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        if (name.equals(REMARK)) {
          return Optional.ofNullable(json.getText());
        }
        json.skipChildren();
      }
      return Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty(); // Shown as it is stored; verification tells whether it was changed.
    }
  }
}
