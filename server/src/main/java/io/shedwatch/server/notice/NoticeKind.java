package io.shedwatch.server.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a notice is about. */
public enum NoticeKind {
  ALERT,
  DIGEST,
  /** Somebody tries a route. */
  TEST;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(NoticeKind::word).toList();
  }

  public static NoticeKind ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
