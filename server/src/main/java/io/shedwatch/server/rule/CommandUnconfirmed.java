package io.shedwatch.server.rule;

import io.shedwatch.contract.CommandAction;
import io.shedwatch.server.alert.Severity;
import java.util.List;

/** An order of which nobody knows whether it was carried out: its time is over without a word. */
public record CommandUnconfirmed(long forgottenMillis) {
  static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter(
              "forgottenHours", 24, 1, 168, "operator choice: older orders are of no interest"));

  static CommandUnconfirmed of(RuleVersion version) {
    return new CommandUnconfirmed(version.hours("forgottenHours"));
  }

  /** Power that was to be cut and may still be on is worse than a socket that stays off. */
  public Severity severity(CommandAction action) {
    return action == CommandAction.OPEN_RELAY ? Severity.MAJOR : Severity.MINOR;
  }
}
