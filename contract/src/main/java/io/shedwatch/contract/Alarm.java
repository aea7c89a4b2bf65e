package io.shedwatch.contract;

import java.util.OptionalInt;

/**
 * A fact about hardware, raised and cleared by an edge agent (报警).
 *
 * @param socket empty for a whole-shed alarm
 * @param measured in the unit of the kind (A, W, degrees Celsius, V); {@code NaN}: not told
 * @param limit in the unit of the kind; {@code NaN}: not told
 */
public record Alarm(
    Stamp stamp,
    AlarmId alarm,
    OptionalInt socket,
    AlarmKind kind,
    AlarmPhase phase,
    double measured,
    double limit,
    AlarmAction action)
    implements Stamped {
  @Override
  public Channel channel() {
    return Channel.ALARMS;
  }
}
