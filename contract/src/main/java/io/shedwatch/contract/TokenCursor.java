package io.shedwatch.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * A walk through one JSON body: forward only, one token at a time, nothing kept.
 *
 * <p>A field whose value is {@code null} counts as absent. Bytes that are no JSON leave by {@link
 * IOException}.
 */
final class TokenCursor extends TokenValue {

  /**
   * @param parser at the beginning of {@code body}
   */
  TokenCursor(JsonParser parser, byte[] body) {
    super(parser, body);
  }

  /** Enters the body's object. */
  void enterBody() throws IOException, Refusal {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw Refusal.notJson("the body is empty");
    }
    enterObject();
  }

  /** Checks that nothing follows the body's object. */
  void leaveBody() throws IOException, Refusal {
    if (parser.nextToken() != null) {
      throw Refusal.notJson("something follows the body's object");
    }
  }

  /**
   * Moves to the value of the object's next field that the table knows, and gives its index; {@link
   * FieldTable#END} behind the last one.
   *
   * @param expected the index to try first
   */
  int nextField(FieldTable table, int expected) throws IOException {
    while (true) {
      int field = expected;
      if (expected >= table.size() || !parser.nextFieldName(table.name(expected))) {
        JsonToken next = expected < table.size() ? parser.currentToken() : parser.nextToken();
        if (next == JsonToken.END_OBJECT) {
          return FieldTable.END;
        }
        field = table.indexOf(parser.currentName());
      }
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        if (FieldTable.isKnown(field)) {
          return field;
        }
        parser.skipChildren();
      }
    }
  }

  /** Moves to the list's next item; false behind the last one. */
  boolean nextItem() throws IOException {
    return parser.nextToken() != JsonToken.END_ARRAY;
  }

  void enterObject() throws Refusal {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw Refusal.illTyped(name(), "must be an object");
    }
  }

  void enterList() throws Refusal {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw Refusal.illTyped(name(), "must be a list");
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

  /** {@code seen} with the field's bit; refuses a field that is given twice. */
  int once(int seen, int field) throws Refusal {
    int bit = 1 << field;
    if ((seen & bit) != 0) {
      throw Refusal.illTyped(name(), "is given twice");
    }
    return seen | bit;
  }
}
