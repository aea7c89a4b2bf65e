package io.shedwatch.contract;

import java.util.regex.Pattern;

/** The two alphabets of identities; every identity type checks itself at birth. */
final class Identifier {
  private static final Pattern TOPIC_LEVEL = Pattern.compile("[a-z0-9-]{1,32}");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private Identifier() {}

  static boolean isTopicLevel(String value) {
    return TOPIC_LEVEL.matcher(value).matches();
  }

  static boolean isToken(String value) {
    return TOKEN.matcher(value).matches();
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
}
