package io.shedwatch.server.incident.chain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.shedwatch.server.incident.EventHash;
import io.shedwatch.server.incident.IncidentEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One event as a line of an exported log: the object that is hashed, see {@link EventHash}, and
 * behind its fields {@code hash} and {@code texts}, a list of {@code digest}, {@code salt} and
 * {@code body}. So whoever has {@code sha256sum} can check a line by cutting it before {@code
 * ,"hash"} and closing the brace.
 */
public final class LogLine {
  /** Longer lines are not read: no event of ours comes near. */
  static final int MOST_CHARACTERS = 1_000_000;

  private static final Set<String> WORDS =
      Set.of("cause", "detail", "event", "incident", "previous", "site", "who", "hash");

  /** A name that comes twice would let a line say one thing to a person and another to us. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private LogLine() {}

  /** The line of an event, without a line break. */
  public static String of(LogEntry entry) {
    String hashed =
        EventHash.canonical(entry.site(), entry.number(), entry.previousHash(), entry.event());
    StringWriter text = new StringWriter(hashed.length() + 128);
    text.append(hashed, 0, hashed.length() - 1);
    text.append(",\"hash\":\"").append(entry.hash()).append("\",\"texts\":");
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (LogEntry.Text one : entry.texts()) {
        json.writeStartObject();
        json.writeStringField("digest", one.digest());
        json.writeStringField("salt", one.salt());
        json.writeStringField("body", one.body());
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.append('}').toString();
  }

  /**
   * Reads a line.
   *
   * @throws IOException saying what is wrong with it; unknown fields are wrong too, since nothing
   *     vouches for them
   */
  public static LogEntry read(String line) throws IOException {
    if (line.length() > MOST_CHARACTERS) {
      throw new IOException("longer than " + MOST_CHARACTERS + " characters");
    }
    Map<String, String> words = new HashMap<>();
    List<LogEntry.Text> texts = List.of();
    long at = -1;
    long number = -1;
    try (JsonParser json = JSON.createParser(line)) {
      expect(json.nextToken(), JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (WORDS.contains(name)) {
          expect(value, JsonToken.VALUE_STRING);
          words.put(name, json.getText());
        } else if (name.equals("at")) {
          expect(value, JsonToken.VALUE_NUMBER_INT);
          at = json.getLongValue();
        } else if (name.equals("number")) {
          expect(value, JsonToken.VALUE_NUMBER_INT);
          number = json.getLongValue();
        } else if (name.equals("texts")) {
          texts = texts(json);
        } else {
          throw new IOException("no event has a field " + name);
        }
      }
      expect(json.currentToken(), JsonToken.END_OBJECT);
      if (json.nextToken() != null) {
        throw new IOException("something follows the event");
      }
    }
    if (!words.keySet().equals(WORDS) || at < 0 || number < 0) {
      throw new IOException("a field is missing");
    }
    return entry(words, at, number, texts);
  }

  private static LogEntry entry(
      Map<String, String> words, long at, long number, List<LogEntry.Text> texts) {
    IncidentEvent event =
        new IncidentEvent(
            word(words, "incident"),
            at,
            word(words, "event"),
            word(words, "who"),
            word(words, "detail"),
            word(words, "cause"));
    return new LogEntry(
        word(words, "site"), number, event, word(words, "previous"), word(words, "hash"), texts);
  }

  private static String word(Map<String, String> words, String name) {
    return words.getOrDefault(name, "");
  }

  private static List<LogEntry.Text> texts(JsonParser json) throws IOException {
    expect(json.currentToken(), JsonToken.START_ARRAY);
    List<LogEntry.Text> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json.currentToken(), JsonToken.START_OBJECT);
      Map<String, String> fields = new HashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        expect(json.nextToken(), JsonToken.VALUE_STRING);
        fields.put(name, json.getText());
      }
      if (!fields.keySet().equals(Set.of("digest", "salt", "body"))
          || !word(fields, "salt").matches("([0-9a-f]{2})*")) {
        throw new IOException("a text is digest, salt in hex and body");
      }
      texts.add(
          new LogEntry.Text(word(fields, "digest"), word(fields, "salt"), word(fields, "body")));
    }
    return texts;
  }

  private static void expect(JsonToken found, JsonToken wanted) throws IOException {
    if (found != wanted) {
      throw new IOException("not the JSON of an event");
    }
  }
}
