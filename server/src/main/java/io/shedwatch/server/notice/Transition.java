package io.shedwatch.server.notice;

import io.shedwatch.server.alert.JdbcAlertOutbox;

/** What happened to an alert. */
enum Transition {
  RAISED(JdbcAlertOutbox.RAISED),
  /** It is still true: told again, or for the first time after it was held back. */
  AGAIN(JdbcAlertOutbox.AGAIN),
  CLEARED(JdbcAlertOutbox.CLEARED);

  private final String word;

  Transition(String word) {
    this.word = word;
  }

  /** Whether it says that the alert is true. */
  boolean active() {
    return this != CLEARED;
  }

  String word() {
    return word;
  }

  static Transition ofWord(String word) {
    for (Transition transition : values()) {
      if (transition.word.equals(word)) {
        return transition;
      }
    }
    throw new IllegalArgumentException("no transition: " + word);
  }
}
