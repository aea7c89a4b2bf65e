package io.shedwatch.server.rule;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One version of a rule's parameters.
 *
 * @param version from 1, which is built in
 * @param values one a parameter of the rule
 * @param by who changed it
 * @param why the reason given
 */
public record RuleVersion(
    RuleName rule, int version, Map<String, Double> values, String by, Instant at, String why) {
  public static final int BUILT_IN = 1;

  public RuleVersion {
    values = Map.copyOf(values);
    for (Parameter parameter : rule.parameters()) {
      if (!values.containsKey(parameter.name())) {
        throw new IllegalArgumentException(rule.word() + " lacks " + parameter.name());
      }
    }
  }

  /** The version that is built in. */
  public static RuleVersion builtIn(RuleName rule) {
    Map<String, Double> values = new LinkedHashMap<>();
    rule.parameters().forEach(parameter -> values.put(parameter.name(), parameter.usual()));
    return new RuleVersion(rule, BUILT_IN, values, "ShedWatch", Instant.EPOCH, "built in");
  }

  /** With some values changed; what a later program knows and this row lacks is as built in. */
  public static Map<String, Double> complete(RuleName rule, Map<String, Double> some) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Parameter parameter : rule.parameters()) {
      values.put(parameter.name(), some.getOrDefault(parameter.name(), parameter.usual()));
    }
    return values;
  }

  public double value(String parameter) {
    Double value = values.get(parameter);
    if (value == null) {
      throw new IllegalArgumentException(rule.word() + " has no " + parameter);
    }
    return value;
  }

  long seconds(String parameter) {
    return Math.round(value(parameter) * 1_000);
  }

  long minutes(String parameter) {
    return Math.round(value(parameter) * 60_000);
  }

  long hours(String parameter) {
    return Math.round(value(parameter) * 3_600_000);
  }

  Timing timing(String deadband) {
    return new Timing(
        seconds("onDelaySeconds"),
        seconds("offDelaySeconds"),
        deadband.isEmpty() ? 0 : value(deadband));
  }
}
