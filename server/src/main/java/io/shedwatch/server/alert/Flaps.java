package io.shedwatch.server.alert;

/** How often an alert may come before it is said once. */
@FunctionalInterface
public interface Flaps {
  /** Nothing ever flaps. */
  Flaps NEVER = rule -> new Bound(Integer.MAX_VALUE, 1);

  /**
   * The bound of a rule.
   *
   * @param raises this many raises of one rule and subject …
   * @param withinMillis … within this are told once more, and then no further one is
   */
  record Bound(int raises, long withinMillis) {}

  Bound of(String rule);
}
