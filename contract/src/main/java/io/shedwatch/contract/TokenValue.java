package io.shedwatch.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * The value at which a cursor stands. Each read checks type and bounds and leaves by {@link
 * Refusal}, which names the field.
 */
abstract sealed class TokenValue permits TokenCursor {
  // The parser keeps token and name; storing them here too would cost two write barriers a field.
  final JsonParser parser;
  private final byte[] body;

  TokenValue(JsonParser parser, byte[] body) {
    this.parser = parser;
    this.body = body;
  }

  /** The name of the field that was entered last. */
  String name() {
    try {
      String name = parser.currentName();
      return name == null ? "the body" : name;
    } catch (IOException impossible) {
      throw new IllegalStateException("a parser forgot its field's name", impossible);
    }
  }

  boolean flag() throws Refusal {
    if (parser.currentToken() == JsonToken.VALUE_TRUE) {
      return true;
    }
    if (parser.currentToken() == JsonToken.VALUE_FALSE) {
      return false;
    }
    throw Refusal.illTyped(name(), "must be true or false");
  }

  /** A whole number; 3.0 is one too. */
  int integer(int min, int max) throws IOException, Refusal {
    return (int) integer((long) min, (long) max);
  }

  /** A whole number; 3.0 is one too. */
  long integer(long min, long max) throws IOException, Refusal {
    long value = wholeNumber();
    if (value < min || value > max) {
      throw Refusal.implausible(name(), "must be " + min + " to " + max);
    }
    return value;
  }

  double number(Bounds.Range range) throws IOException, Refusal {
    double value = anyNumber();
    if (!range.contains(value)) {
      throw Refusal.implausible(
          name(), "must be " + range.min() + " to " + range.max() + ", not " + value);
    }
    return value;
  }

  /** Any number, also {@code NaN} and infinities, which some JSON writers produce. */
  double anyNumber() throws IOException, Refusal {
    if (!isNumber()) {
      throw Refusal.illTyped(name(), "must be a number");
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
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return wordHere(words, otherwise);
    }
    parser.skipChildren();
    return otherwise;
  }

  private boolean isNumber() {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
        || parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
  }

  private <E extends Enum<E>> E wordHere(Words<E> words, E otherwise) throws IOException {
    int index = indexOfWord(words);
    return index == Words.UNKNOWN ? otherwise : words.constant(index);
  }

  /**
   * The parser has seen the opening quotation mark and reads the rest only when asked. Comparing
   * the bytes that follow saves copying them, which is a tenth of a readings message; what does not
   * match so, as a word with an escape, is read the long way.
   */
  private int indexOfWord(Words<?> words) throws IOException {
    int index = words.indexAt(body, (int) parser.currentLocation().getByteOffset());
    return index == Words.UNKNOWN ? words.indexOf(parser.getText()) : index;
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
      throw Refusal.illTyped(name(), "must match [A-Za-z0-9_-]{1,64}");
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
    int index = indexOfWord(words);
    if (index == Words.UNKNOWN) {
      throw Refusal.illTyped(name(), "must be one of " + words);
    }
    return words.constant(index);
  }

  private void requireString() throws Refusal {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw Refusal.illTyped(name(), "must be a string");
    }
  }

  private long wholeNumber() throws IOException, Refusal {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      long value =
          Decimals.parseWhole(
              parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
      if (value == Decimals.TOO_LONG) {
        throw Refusal.implausible(name(), "has too many digits");
      }
      return value;
    }
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
      throw Refusal.illTyped(name(), "must be a whole number");
    }
    double value = anyNumber();
    if (value != Math.rint(value) || Math.abs(value) > Stamp.MAX_SEQ) {
      throw Refusal.illTyped(name(), "must be a whole number");
    }
    return (long) value;
  }
}
