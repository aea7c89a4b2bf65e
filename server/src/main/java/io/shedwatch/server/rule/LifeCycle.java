package io.shedwatch.server.rule;

import java.util.List;

/**
 * What every rule has after an alert was raised.
 *
 * @param reAlarmMillis an acknowledged alert that is still active after this wants to be
 *     acknowledged again (ReAlarmTime of OPC UA Part 9); 0: never
 * @param escalateMillis an alert that nobody acknowledged for this is escalated, once; 0: never
 * @param flapRaises this many raises of one rule and subject within {@code flapMillis} are said
 *     once
 */
public record LifeCycle(long reAlarmMillis, long escalateMillis, int flapRaises, long flapMillis) {
  private static final double MINUTE = 60_000;

  static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter("reAlarmMinutes", 120, 0, 10_080, "operator choice: twice a shift"),
          new Parameter("escalateMinutes", 15, 0, 1_440, "operator choice"),
          new Parameter("flapRaises", 4, 2, 100, "ISA-18.2: chattering is 3 or more a minute"),
          new Parameter("flapMinutes", 30, 1, 1_440, "operator choice"));

  static LifeCycle of(RuleVersion version) {
    return new LifeCycle(
        Math.round(version.value("reAlarmMinutes") * MINUTE),
        Math.round(version.value("escalateMinutes") * MINUTE),
        (int) Math.round(version.value("flapRaises")),
        Math.round(version.value("flapMinutes") * MINUTE));
  }
}
