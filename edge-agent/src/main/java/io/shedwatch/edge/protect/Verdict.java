package io.shedwatch.edge.protect;

import io.shedwatch.contract.AlarmKind;

/**
 * What protection has found about one socket, or about the whole shed.
 *
 * @param raise false: what was raised is over
 * @param measured in the unit of the kind; {@code NaN}: nothing to tell
 * @param limit in the unit of the kind; {@code NaN}: nothing to tell
 * @param opens whether the relay must open, before anybody is told
 */
public record Verdict(AlarmKind kind, boolean raise, double measured, double limit, boolean opens) {
  static Verdict cut(AlarmKind kind, double measured, double limit) {
    return new Verdict(kind, true, measured, limit, true);
  }

  static Verdict tell(AlarmKind kind, double measured, double limit) {
    return new Verdict(kind, true, measured, limit, false);
  }

  static Verdict over(AlarmKind kind, double measured, double limit) {
    return new Verdict(kind, false, measured, limit, false);
  }
}
