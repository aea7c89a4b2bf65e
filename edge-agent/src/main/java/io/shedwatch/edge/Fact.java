package io.shedwatch.edge;

import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmKind;
import java.util.OptionalInt;

/**
 * What an alarm says.
 *
 * @param socket empty for a whole-shed alarm
 * @param measured in the unit of the kind (A, W, degrees Celsius, V); {@code NaN}: not told
 * @param limit in the unit of the kind; {@code NaN}: not told
 * @param action what protection is known to have done before it told anybody: a relay counts as
 *     opened once its device has shown it open
 * @param cuts whether a relay has to stay open until a reset, seen open or not; never told
 */
public record Fact(
    OptionalInt socket,
    AlarmKind kind,
    double measured,
    double limit,
    AlarmAction action,
    boolean cuts) {
  /** With the relay seen where it has to be. */
  public Fact(
      OptionalInt socket, AlarmKind kind, double measured, double limit, AlarmAction action) {
    this(socket, kind, measured, limit, action, action == AlarmAction.RELAY_OPENED);
  }
}
