package io.shedwatch.server.rule;

import io.shedwatch.server.alert.Severity;

/**
 * What a rule found about one socket.
 *
 * @param socket in its shed
 * @param raisedAt names the alert together with rule and socket, epoch milliseconds
 * @param at when this happened at the place, epoch milliseconds
 * @param measured in the rule's unit; {@code NaN}: nothing to tell
 * @param limit in the rule's unit
 */
public record Finding(
    What what,
    RuleName rule,
    int socket,
    long raisedAt,
    long at,
    Severity severity,
    double measured,
    double limit) {
  /** What happened to the alert. */
  public enum What {
    RAISED,
    WORSENED,
    CLEARED
  }
}
