package io.shedwatch.server.settings;

/** A value that is never printed: its text is asked for where it is used, and nowhere else. */
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "***";
  }
}
