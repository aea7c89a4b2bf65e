package io.shedwatch.contract;

/**
 * Text of strangers made fit for logs, SQL and pages: PostgreSQL refuses NUL, a lone surrogate has
 * no UTF-8, and a line break forges a log line.
 */
final class PlainText {
  private static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /** {@code text} with control characters and lone surrogates replaced, cut to {@code maxChars}. */
  static String of(String text, int maxChars) {
    int length = Math.min(text.length(), maxChars);
    if (length > 0
        && length < text.length()
        && Character.isHighSurrogate(text.charAt(length - 1))) {
      length--; // Do not cut a pair in two.
    }
    for (int i = 0; i < length; i++) {
      if (!isPlain(text, i)) {
        return replaced(text, length);
      }
    }
    return length == text.length() ? text : text.substring(0, length);
  }

  private static String replaced(String text, int length) {
    StringBuilder clean = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      clean.append(isPlain(text, i) ? text.charAt(i) : REPLACEMENT);
    }
    return clean.toString();
  }

  private static boolean isPlain(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return !Character.isISOControl(c) && c != '\u2028' && c != '\u2029';
  }
}
