package io.shedwatch.contract;

import java.util.OptionalInt;

/**
 * A fact about hardware, raised and cleared by an edge agent (报警).
 *
 * @param socket empty for a whole-shed alarm
 * @param measured in the unit of the kind (A, W, degrees Celsius, V); {@code NaN}: not told
 * @param limit in the unit of the kind; {@code NaN}: not told
 * @param count how many occurrences this message tells of, 1 or more: an agent sends alarms of one
 *     kind and socket at most once a minute and then merges; absent on the wire: 1
 */
public record Alarm(
    Stamp stamp,
    AlarmId alarm,
    OptionalInt socket,
    AlarmKind kind,
    AlarmPhase phase,
    double measured,
    double limit,
    AlarmAction action,
    int count)
    implements Stamped {
  public Alarm {
    if (count < 1) {
      throw new IllegalArgumentException("count must be 1 or more: " + count);
    }
  }

  /** One occurrence. */
  public Alarm(
      Stamp stamp,
      AlarmId alarm,
      OptionalInt socket,
      AlarmKind kind,
      AlarmPhase phase,
      double measured,
      double limit,
      AlarmAction action) {
    this(stamp, alarm, socket, kind, phase, measured, limit, action, 1);
  }

  @Override
  public Channel channel() {
    return Channel.ALARMS;
  }
}
