package io.shedwatch.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * A walk through one JSON body: forward only, one token at a time, nothing kept.
 *
 * <p>A field whose value is {@code null} counts as absent. Each read checks type and bounds and
 * leaves by {@link Refusal}, which names the field; bytes that are no JSON leave by {@link
 * IOException}.
 */
final class TokenCursor {
  private final JsonParser parser;
  private String name = "the body";
  private JsonToken token = JsonToken.NOT_AVAILABLE;

  TokenCursor(JsonParser parser) {
    this.parser = parser;
  }

  /** Enters the body's object. */
  void enterBody() throws IOException, Refusal {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw Refusal.notJson("the body is empty");
    }
    token = first;
    enterObject();
  }

  /** Checks that nothing follows the body's object. */
  void leaveBody() throws IOException, Refusal {
    if (parser.nextToken() != null) {
      throw Refusal.notJson("something follows the body's object");
    }
  }

  /** Moves to the value of the object's next field; false behind the last one. */
  boolean nextField() throws IOException {
    while (true) {
      String next = parser.nextFieldName();
      if (next == null) {
        return false;
      }
      name = next;
      token = parser.nextToken();
      if (token != JsonToken.VALUE_NULL) {
        return true;
      }
    }
  }

  /** The name of the field that was entered last. */
  String name() {
    return name;
  }

  /** Moves to the list's next item; false behind the last one. */
  boolean nextItem() throws IOException {
    token = parser.nextToken();
    return token != JsonToken.END_ARRAY;
  }

  void enterObject() throws Refusal {
    if (token != JsonToken.START_OBJECT) {
      throw Refusal.illTyped(name, "must be an object");
    }
  }

  void enterList() throws Refusal {
    if (token != JsonToken.START_ARRAY) {
      throw Refusal.illTyped(name, "must be a list");
    }
  }

  /** Where the walk is; for {@link #climbTo}. */
  JsonStreamContext place() {
    return parser.getParsingContext();
  }

  /** Leaves whatever was entered below {@code place}, unread. */
  void climbTo(JsonStreamContext place) throws IOException {
    while (parser.getParsingContext() != place) {
      if (parser.nextToken() == null) {
        return;
      }
    }
  }

  /** Ignores the current value, which is how unknown fields are read. */
  void skip() throws IOException {
    parser.skipChildren();
  }

  /** {@code seen} with {@code bit}; refuses a field that is given twice. */
  int once(int seen, int bit) throws Refusal {
    if ((seen & bit) != 0) {
      throw Refusal.illTyped(name, "is given twice");
    }
    return seen | bit;
  }

  boolean flag() throws Refusal {
    if (token == JsonToken.VALUE_TRUE) {
      return true;
    }
    if (token == JsonToken.VALUE_FALSE) {
      return false;
    }
    throw Refusal.illTyped(name, "must be true or false");
  }

  /** A whole number; 3.0 is one too. */
  int integer(int min, int max) throws IOException, Refusal {
    return (int) integer((long) min, (long) max);
  }

  /** A whole number; 3.0 is one too. */
  long integer(long min, long max) throws IOException, Refusal {
    long value = wholeNumber();
    if (value < min || value > max) {
      throw Refusal.implausible(name, "must be " + min + " to " + max);
    }
    return value;
  }

  double number(Bounds.Range range) throws IOException, Refusal {
    double value = anyNumber();
    if (!range.contains(value)) {
      throw Refusal.implausible(
          name, "must be " + range.min() + " to " + range.max() + ", not " + value);
    }
    return value;
  }

  /** Any number, also {@code NaN} and infinities, which some JSON writers produce. */
  double anyNumber() throws IOException, Refusal {
    if (!isNumber()) {
      throw Refusal.illTyped(name, "must be a number");
    }
    return numberHere();
  }

  /** A number, or {@code NaN} for whatever else is there. */
  double numberIfAny() throws IOException {
    if (isNumber()) {
      return numberHere();
    }
    parser.skipChildren();
    return Double.NaN;
  }

  /** The constant of a word, or {@code otherwise} for whatever else is there. */
  <E extends Enum<E>> E wordIfAny(Words<E> words, E otherwise) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      return wordHere(words, otherwise);
    }
    parser.skipChildren();
    return otherwise;
  }

  private boolean isNumber() {
    return token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT;
  }

  private <E extends Enum<E>> E wordHere(Words<E> words, E otherwise) throws IOException {
    return words.find(
        parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), otherwise);
  }

  private double numberHere() throws IOException {
    double value =
        Decimals.parse(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    // NaN: not a short plain decimal; the library knows the long way.
    return Double.isNaN(value) ? parser.getDoubleValue() : value;
  }

  /** Free text, made plain and cut to {@code maxChars}. */
  String text(int maxChars) throws IOException, Refusal {
    requireString();
    return PlainText.of(parser.getText(), maxChars);
  }

  /** An identity: letters, digits, minus and underscore, 1 to 64. */
  String identity() throws IOException, Refusal {
    requireString();
    String value = parser.getText();
    if (!Identifier.isToken(value)) {
      throw Refusal.illTyped(name, "must match [A-Za-z0-9_-]{1,64}");
    }
    return value;
  }

  /** The constant of a word, or {@code otherwise} for a word that this version does not know. */
  <E extends Enum<E>> E word(Words<E> words, E otherwise) throws IOException, Refusal {
    requireString();
    return wordHere(words, otherwise);
  }

  /** The constant of a word; an unknown word is refused. */
  <E extends Enum<E>> E word(Words<E> words) throws IOException, Refusal {
    requireString();
    return words
        .find(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())
        .orElseThrow(() -> Refusal.illTyped(name, "must be one of " + words));
  }

  private void requireString() throws Refusal {
    if (token != JsonToken.VALUE_STRING) {
      throw Refusal.illTyped(name, "must be a string");
    }
  }

  private long wholeNumber() throws IOException, Refusal {
    if (token == JsonToken.VALUE_NUMBER_INT) {
      long value =
          Decimals.parseWhole(
              parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
      if (value == Decimals.TOO_LONG) {
        throw Refusal.implausible(name, "has too many digits");
      }
      return value;
    }
    if (token != JsonToken.VALUE_NUMBER_FLOAT) {
      throw Refusal.illTyped(name, "must be a whole number");
    }
    double value = anyNumber();
    if (value != Math.rint(value) || Math.abs(value) > Stamp.MAX_SEQ) {
      throw Refusal.illTyped(name, "must be a whole number");
    }
    return (long) value;
  }
}
