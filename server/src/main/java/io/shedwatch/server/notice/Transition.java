package io.shedwatch.server.notice;

import io.shedwatch.server.alert.JdbcAlertOutbox;

/** What happened to an alert. */
enum Transition {
  RAISED(JdbcAlertOutbox.RAISED),
  CLEARED(JdbcAlertOutbox.CLEARED);

  private final String word;

  Transition(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Transition ofWord(String word) {
    return word.equals(CLEARED.word) ? CLEARED : RAISED;
  }
}
