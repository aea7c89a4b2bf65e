package io.shedwatch.server.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What officers may put into a rule. Pure. */
final class RuleBounds {
  private RuleBounds() {}

  /**
   * The first fault in changed parameters, as one sentence; empty: they may be put in force.
   *
   * @param values all of the rule's parameters, the changed ones among them
   */
  static Optional<String> fault(RuleName rule, Map<String, Double> values) {
    List<Parameter> parameters = rule.parameters();
    for (String name : values.keySet()) {
      if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
        return Optional.of(rule.word() + " has no parameter " + name + ".");
      }
    }
    for (Parameter parameter : parameters) {
      double value = values.getOrDefault(parameter.name(), Double.NaN);
      if (!(value >= parameter.lowest() && value <= parameter.highest())) {
        return Optional.of(
            "%s is from %s to %s, not %s."
                .formatted(
                    parameter.name(),
                    number(parameter.lowest()),
                    number(parameter.highest()),
                    number(value)));
      }
    }
    return switch (rule) {
      case LONG_CHARGE -> below(values, "minorHours", "majorHours");
      case STORE_BEHIND -> below(values, "minorMinutes", "majorMinutes");
      case NOT_A_CHARGER -> below(values, "deadbandWatts", "watts");
      case FLY_LINE_PRESSURE -> below(values, "deadbandTurnedAway", "turnedAway");
      case SHARED_SOCKET -> below(values, "deadbandWatts", "stepWatts");
      default -> Optional.empty();
    };
  }

  private static Optional<String> below(Map<String, Double> values, String less, String more) {
    double low = values.getOrDefault(less, Double.NaN);
    double high = values.getOrDefault(more, Double.NaN);
    return low < high ? Optional.empty() : Optional.of(less + " must be below " + more + ".");
  }

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
