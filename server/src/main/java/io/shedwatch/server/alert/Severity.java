package io.shedwatch.server.alert;

import io.shedwatch.contract.AlarmKind;

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

  /** The severity of that word; our own rows hold no other. */
  public static Severity ofWord(String word) {
    for (Severity severity : values()) {
      if (severity.word.equals(word)) {
        return severity;
      }
    }
    throw new IllegalArgumentException("no severity: " + word);
  }

  /**
   * The default of a hardware alarm (DESIGN 7). Whatever can burn or kill now is critical; what
   * blinds protection or cut a socket is major; a word of a newer contract is taken as major, since
   * nobody here knows better.
   */
  public static Severity of(AlarmKind kind) {
    return switch (kind) {
      case SMOKE, RESIDUAL_CURRENT, OVERCURRENT, RELAY_WELDED -> CRITICAL;
      case OVERPOWER, SHED_OVERLOAD, OVERTEMPERATURE, FUSE_BLOWN, METER_FROZEN, METER_LOST, OTHER ->
          MAJOR;
      case UNDERVOLTAGE, OVERVOLTAGE -> MINOR;
    };
  }

  /** Only these open or join an incident. */
  public boolean opensIncident() {
    return this != MINOR;
  }

  public boolean worseThan(Severity other) {
    return compareTo(other) < 0;
  }
}
