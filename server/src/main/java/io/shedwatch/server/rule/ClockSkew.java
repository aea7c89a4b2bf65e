package io.shedwatch.server.rule;

import java.util.List;

/** The agent's clock is off, so that its readings are stored at wrong times. */
public record ClockSkew(long mostMillis, Timing timing) {
  static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter("skewSeconds", 5, 1, 3_600, "contract: over 5 s is an alert"),
          new Parameter("onDelaySeconds", 60, 0, 3_600, "longer than a network's hiccup"));

  static ClockSkew of(RuleVersion version) {
    return new ClockSkew(
        version.seconds("skewSeconds"), new Timing(version.seconds("onDelaySeconds"), 0, 0));
  }
}
