package io.shedwatch.contract;

/**
 * The two alphabets of identities; every identity type checks itself at birth. Loops rather than
 * patterns, because every message is checked.
 */
final class Identifier {
  private static final int MAX_TOPIC_LEVEL_CHARS = 32;
  private static final int MAX_TOKEN_CHARS = 64;

  private Identifier() {}

  static boolean isTopicLevel(String value) {
    int length = value.length();
    if (length < 1 || length > MAX_TOPIC_LEVEL_CHARS) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (!(isLower(c) || isDigit(c) || c == '-')) {
        return false;
      }
    }
    return true;
  }

  static boolean isToken(String value) {
    int length = value.length();
    if (length < 1 || length > MAX_TOKEN_CHARS) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (!(isLower(c) || isDigit(c) || c == '-' || c == '_' || (c >= 'A' && c <= 'Z'))) {
        return false;
      }
    }
    return true;
  }

  static String topicLevel(String what, String value) {
    if (!isTopicLevel(value)) {
      throw new IllegalArgumentException(what + " must match [a-z0-9-]{1,32}: " + value);
    }
    return value;
  }

  static String token(String what, String value) {
    if (!isToken(value)) {
      throw new IllegalArgumentException(what + " must match [A-Za-z0-9_-]{1,64}: " + value);
    }
    return value;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
