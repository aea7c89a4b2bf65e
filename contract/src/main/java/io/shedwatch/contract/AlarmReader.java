package io.shedwatch.contract;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Alarms. An alarm is never refused for what only adorns it: an unknown kind is {@code other}, an
 * unknown action is {@code none}, a quantity that cannot be read or believed was not told.
 */
final class AlarmReader implements MessageReader {
  private static final Words<AlarmKind> KINDS = Words.of(AlarmKind.values(), AlarmKind::word);
  private static final Words<AlarmPhase> PHASES = Words.of(AlarmPhase.values(), AlarmPhase::word);
  private static final Words<AlarmAction> ACTIONS =
      Words.of(AlarmAction.values(), AlarmAction::word);

  private static final FieldTable FIELDS =
      FieldTable.stamped(
          "alarm", "socket", "kind", "phase", "measured", "limit", "action", "count");
  private static final int ALARM = 4;
  private static final int SOCKET = 5;
  private static final int KIND = 6;
  private static final int PHASE = 7;
  private static final int MEASURED = 8;
  private static final int LIMIT = 9;
  private static final int ACTION = 10;
  private static final int COUNT = 11;
  private static final int REQUIRED = FIELDS.bits("boot", "seq", "at", "alarm", "kind", "phase");

  private final StampReader stamp = new StampReader(1);
  private Optional<AlarmId> alarm = Optional.empty();
  private OptionalInt socket = OptionalInt.empty();
  private AlarmKind kind = AlarmKind.OTHER;
  private AlarmPhase phase = AlarmPhase.RAISED;
  private double measured = Double.NaN;
  private double limit = Double.NaN;
  private AlarmAction action = AlarmAction.NONE;
  private int count = 1;

  @Override
  public void field(int field, TokenCursor in) throws IOException, Refusal {
    switch (field) {
      case ALARM -> alarm = Optional.of(new AlarmId(in.identity()));
      case SOCKET -> socket = OptionalInt.of(in.integer(1, Bounds.MAX_SOCKETS));
      case KIND -> kind = in.word(KINDS, AlarmKind.OTHER);
      case PHASE -> phase = in.word(PHASES);
      case MEASURED -> measured = quantity(in);
      case LIMIT -> limit = quantity(in);
      case ACTION -> action = in.wordIfAny(ACTIONS, AlarmAction.NONE);
      case COUNT -> {
        double told = in.numberIfAny();
        count = told >= 1 && told <= Bounds.MAX_COUNT ? (int) told : 1;
      }
      default -> stamp.field(field, in);
    }
  }

  @Override
  public Alarm message(int seen) throws Refusal {
    FIELDS.require(seen, REQUIRED);
    Stamp known = stamp.stamp();
    AlarmId id = alarm.orElseThrow();
    return new Alarm(known, id, socket, kind, phase, measured, limit, action, count);
  }

  @Override
  public FieldTable fields() {
    return FIELDS;
  }

  @Override
  public StampReader stamp() {
    return stamp;
  }

  private static double quantity(TokenCursor in) throws IOException {
    double value = in.numberIfAny();
    return Bounds.ALARM_QUANTITY.contains(value) ? value : Double.NaN;
  }
}
