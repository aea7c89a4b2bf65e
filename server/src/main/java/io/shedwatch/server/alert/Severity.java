package io.shedwatch.server.alert;

/** How bad, worst first. */
public enum Severity {
  CRITICAL("critical"),
  MAJOR("major"),
  MINOR("minor");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
