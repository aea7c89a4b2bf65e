package io.shedwatch.server.notice.courier;

import java.nio.charset.StandardCharsets;

/** Shortens texts to what a receiver takes. */
public final class Clip {
  private static final String MORE = "…";

  private Clip() {}

  /** At most {@code most} bytes of UTF-8, never half a character. */
  static String bytes(String text, int most) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= most) {
      return text;
    }
    int left = most - MORE.getBytes(StandardCharsets.UTF_8).length;
    StringBuilder kept = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      String one = Character.toString(point);
      left -= one.getBytes(StandardCharsets.UTF_8).length;
      if (left < 0) {
        break;
      }
      kept.append(one);
      at += Character.charCount(point);
    }
    return kept.append(MORE).toString();
  }

  /** At most {@code most} characters, never half of a pair. */
  public static String characters(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - MORE.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + MORE;
  }
}
