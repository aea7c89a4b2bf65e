package io.shedwatch.server.sql;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The place in a list after one row: what the list is ordered by. Rows that are added later sort
 * before it, so the pages after it stay the same. Opaque to callers.
 *
 * @param at time of the last row of a page
 * @param id its key, which orders rows of the same time
 */
public record Cursor(Instant at, String id) {
  private static final int MAX_TEXT = 400;

  /** As it appears in URLs. */
  public String text() {
    String plain = at.toEpochMilli() + ":" + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** The cursor of a text that {@link #text} gave; empty for anything else. */
  public static Optional<Cursor> parse(String text) {
    if (text.length() > MAX_TEXT) {
      return Optional.empty();
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int colon = plain.indexOf(':');
      return colon < 1
          ? Optional.empty()
          : Optional.of(
              new Cursor(
                  Instant.ofEpochMilli(Long.parseLong(plain.substring(0, colon))),
                  plain.substring(colon + 1)));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
