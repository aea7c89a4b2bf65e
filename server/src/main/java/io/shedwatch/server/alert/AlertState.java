package io.shedwatch.server.alert;

/** The life cycle of an alert after ISA-18.2. */
public enum AlertState {
  ACTIVE_UNACKNOWLEDGED("active-unacknowledged"),
  ACTIVE_ACKNOWLEDGED("active-acknowledged"),
  CLEARED_UNACKNOWLEDGED("cleared-unacknowledged"),
  CLOSED("closed");

  private final String word;

  AlertState(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** The state of that word; our own rows hold no other. */
  public static AlertState ofWord(String word) {
    for (AlertState state : values()) {
      if (state.word.equals(word)) {
        return state;
      }
    }
    throw new IllegalArgumentException("no alert state: " + word);
  }
}
