package io.shedwatch.server.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a notice is on its way. */
public enum NoticeState {
  WAITING,
  /** An attempt is under way; after a kill nobody knows how it ended. */
  SENDING,
  /** The courier's receiver has it. */
  SENT,
  /** Given up, see its outcome. */
  FAILED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(NoticeState::word).toList();
  }

  public static NoticeState ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
