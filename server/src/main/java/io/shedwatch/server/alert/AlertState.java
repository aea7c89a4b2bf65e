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
}
