package io.shedwatch.server.session;

/** Why the power of a session ended. */
public enum StopReason {
  UNPLUGGED("unplugged"),
  /** Full, and the hold time after it was over. */
  FULL_CUT("full-cut"),
  /** The longest session time was over. */
  TIME_CUT("time-cut"),
  /** Cut by protection. */
  TRIPPED("tripped"),
  /** Switched off by a person. */
  COMMANDED("commanded"),
  FAULT("fault"),
  UNKNOWN("unknown");

  private final String word;

  StopReason(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** The reason of that word, {@link #UNKNOWN} for any other. */
  public static StopReason ofWord(String word) {
    for (StopReason reason : values()) {
      if (reason.word.equals(word)) {
        return reason;
      }
    }
    return UNKNOWN;
  }
}
