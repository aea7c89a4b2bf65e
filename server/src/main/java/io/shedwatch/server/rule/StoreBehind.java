package io.shedwatch.server.rule;

import io.shedwatch.server.alert.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Readings wait in the spool because the store is away; nothing is lost until the spool is full.
 */
public record StoreBehind(long minorMillis, long majorMillis) {
  static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter("minorMinutes", 5, 1, 10_080, "operator choice: longer than a restart"),
          new Parameter("majorMinutes", 60, 1, 10_080, "operator choice"));

  static StoreBehind of(RuleVersion version) {
    return new StoreBehind(version.minutes("minorMinutes"), version.minutes("majorMinutes"));
  }

  /**
   * How bad it is.
   *
   * @param ageMillis of the oldest reading that waits; 0: none waits
   * @param blocked whether not even the spool takes readings: the sheds have to keep them
   */
  public Optional<Severity> judge(long ageMillis, boolean blocked) {
    if (blocked || ageMillis >= majorMillis) {
      return Optional.of(Severity.MAJOR);
    }
    return ageMillis >= minorMillis ? Optional.of(Severity.MINOR) : Optional.empty();
  }
}
