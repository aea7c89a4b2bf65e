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

  private static final int ALARM = 1;
  private static final int SOCKET = 1 << 1;
  private static final int KIND = 1 << 2;
  private static final int PHASE = 1 << 3;
  private static final int MEASURED = 1 << 4;
  private static final int LIMIT = 1 << 5;
  private static final int ACTION = 1 << 6;
  private static final int COUNT = 1 << 7;

  private final StampReader stamp = new StampReader(1);
  private int seen;
  private Optional<AlarmId> alarm = Optional.empty();
  private OptionalInt socket = OptionalInt.empty();
  private AlarmKind kind = AlarmKind.OTHER;
  private AlarmPhase phase = AlarmPhase.RAISED;
  private double measured = Double.NaN;
  private double limit = Double.NaN;
  private AlarmAction action = AlarmAction.NONE;
  private int count = 1;

  @Override
  public void field(TokenCursor in) throws IOException, Refusal {
    switch (in.name()) {
      case "alarm" -> {
        seen = in.once(seen, ALARM);
        alarm = Optional.of(new AlarmId(in.identity()));
      }
      case "socket" -> {
        seen = in.once(seen, SOCKET);
        socket = OptionalInt.of(in.integer(1, Bounds.MAX_SOCKETS));
      }
      case "kind" -> {
        seen = in.once(seen, KIND);
        kind = in.word(KINDS, AlarmKind.OTHER);
      }
      case "phase" -> {
        seen = in.once(seen, PHASE);
        phase = in.word(PHASES);
      }
      case "measured" -> {
        seen = in.once(seen, MEASURED);
        measured = quantity(in);
      }
      case "limit" -> {
        seen = in.once(seen, LIMIT);
        limit = quantity(in);
      }
      case "action" -> {
        seen = in.once(seen, ACTION);
        action = in.wordIfAny(ACTIONS, AlarmAction.NONE);
      }
      case "count" -> {
        seen = in.once(seen, COUNT);
        double told = in.numberIfAny();
        count = told >= 1 && told <= Bounds.MAX_COUNT ? (int) told : 1;
      }
      default -> stamp.field(in);
    }
  }

  @Override
  public Alarm message() throws Refusal {
    Stamp known = stamp.stamp();
    AlarmId id = alarm.orElseThrow(() -> Refusal.missing("alarm"));
    Required.check(seen, KIND, "kind");
    Required.check(seen, PHASE, "phase");
    return new Alarm(known, id, socket, kind, phase, measured, limit, action, count);
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
