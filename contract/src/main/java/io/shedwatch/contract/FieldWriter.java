package io.shedwatch.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes fields in short form: few decimals, nothing for what is absent. */
final class FieldWriter {
  private final JsonGenerator generator;
  private final char[] digits = new char[Decimals.MAX_CHARS];

  FieldWriter(JsonGenerator generator) {
    this.generator = generator;
  }

  void beginObject() throws IOException {
    generator.writeStartObject();
  }

  void endObject() throws IOException {
    generator.writeEndObject();
  }

  void beginList(String name) throws IOException {
    generator.writeArrayFieldStart(name);
  }

  void endList() throws IOException {
    generator.writeEndArray();
  }

  void item(String value) throws IOException {
    generator.writeString(value);
  }

  void string(String name, String value) throws IOException {
    generator.writeStringField(name, value);
  }

  /** Free text made plain and cut to {@code maxChars}; nothing when it is empty. */
  void text(String name, String value, int maxChars) throws IOException {
    if (!value.isEmpty()) {
      generator.writeStringField(name, PlainText.of(value, maxChars));
    }
  }

  void integer(String name, long value) throws IOException {
    generator.writeNumberField(name, value);
  }

  void flag(String name, boolean value) throws IOException {
    generator.writeBooleanField(name, value);
  }

  /** Rounded to at most {@code places} decimals; nothing when it is not finite. */
  void decimal(String name, double value, int places) throws IOException {
    if (!Double.isFinite(value)) {
      return;
    }
    generator.writeFieldName(name);
    if (Decimals.isShort(value)) {
      int begin = Decimals.write(value, places, digits);
      generator.writeNumber(digits, begin, digits.length - begin);
    } else {
      generator.writeNumber(value);
    }
  }

  /** All digits that a double has: a setting must come back as it went. */
  void exact(String name, double value) throws IOException {
    generator.writeNumberField(name, value);
  }
}
