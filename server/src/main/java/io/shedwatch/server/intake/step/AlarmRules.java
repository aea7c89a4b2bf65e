package io.shedwatch.server.intake.step;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmPhase;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.alert.AlertCleared;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Edge alarms become alerts, on arrival. One active alert a kind and subject: a further alarm joins
 * it. Where messages overtook each other, what is seen in the end is what the order of seqs says.
 */
final class AlarmRules {
  static final String RULE = "hardware";

  private AlarmRules() {}

  static void apply(Draft draft, Alarm alarm) {
    if (alarm.phase() == AlarmPhase.RAISED) {
      raise(draft, alarm);
    } else {
      long at = Moments.believed(alarm.at(), draft.now);
      clear(draft, alarm, at);
    }
  }

  private static void raise(Draft draft, Alarm alarm) {
    String id = alarm.alarm().value();
    if (draft.open.stream().anyMatch(open -> open.alarm().equals(id))) {
      return; // Told again by the agent.
    }
    long rank = draft.boot(alarm.boot()).rank();
    Optional<EarlyClear> early = takeEarlyClear(draft, id);
    AlertRaised raised = alert(draft, alarm, false);
    if (early.isPresent()) {
      draft.add(new Consequence.Raised(alert(draft, alarm, true), draft.now));
      clear(draft, raised.alert(), early.get().at(), "");
      return;
    }
    Optional<OpenAlarm> same =
        draft.open.stream().filter(open -> open.sameSubject(raised)).findFirst();
    if (same.isPresent() && !same.get().isAfter(rank, alarm.seq())) {
      draft.open.add(new OpenAlarm(id, rank, alarm.seq(), raised, same.get().row(), false));
      return;
    }
    AlertRaised own = same.isPresent() ? alert(draft, alarm, true) : raised;
    draft.add(new Consequence.Raised(own, draft.now));
    draft.open.add(new OpenAlarm(id, rank, alarm.seq(), own, own.alert(), false));
  }

  private static void clear(Draft draft, Alarm alarm, long at) {
    String id = alarm.alarm().value();
    Optional<OpenAlarm> known =
        draft.open.stream().filter(open -> open.alarm().equals(id)).findFirst();
    if (known.isEmpty()) {
      if (draft.earlyClears.size() < EarlyClear.MOST) {
        draft.earlyClears.add(new EarlyClear(id, at, draft.now));
      }
      return;
    }
    end(draft, known.get(), draft.boot(alarm.boot()).rank(), alarm.seq(), at, "");
  }

  /**
   * An alarm ends at a place in the order. Others that share its alert carry the alert on, unless
   * all of them were raised after the end: then the first of them is an occurrence of its own.
   */
  static void end(Draft draft, OpenAlarm ended, long rank, long seq, long at, String why) {
    draft.open.remove(ended);
    if (ended.forgotten()) {
      clear(draft, ended.raised().alert() + "-forgotten", at, why);
    }
    List<OpenAlarm> sharing =
        draft.open.stream().filter(open -> open.row().equals(ended.row())).toList();
    if (sharing.isEmpty()) {
      clear(draft, ended.row(), at, why);
    } else if (sharing.stream().allMatch(open -> open.isAfter(rank, seq))) {
      clear(draft, ended.row(), at, why);
      AlertRaised first = sharing.get(0).raised();
      draft.add(new Consequence.Raised(first, draft.now));
      draft.open.replaceAll(open -> sharing.contains(open) ? open.inRow(first.alert()) : open);
    }
  }

  /** A person switched on again what the server had switched off for an agent that forgot. */
  static void switchedOn(Draft draft, Reading before, Reading reading, long at) {
    if (draft.open.isEmpty()
        || before.usage() != Usage.DISABLED
        || reading.usage() == Usage.DISABLED
        || reading.relay() != RelayPosition.CLOSED) {
      return;
    }
    for (OpenAlarm alarm : List.copyOf(draft.open)) {
      boolean here =
          alarm.raised().socket().isEmpty()
              || alarm.raised().socket().getAsInt() == reading.socket();
      if (alarm.forgotten() && here) {
        end(draft, alarm, Long.MAX_VALUE, Long.MAX_VALUE, at, "switched on again by a person");
      }
    }
  }

  private static AlertRaised alert(Draft draft, Alarm alarm, boolean past) {
    return new AlertRaised(
        draft.shed().site() + "-" + draft.shed().shed() + "-" + alarm.boot() + "-" + alarm.seq(),
        RULE,
        alarm.kind().word(),
        Severity.of(alarm.kind()),
        draft.shed(),
        alarm.socket(),
        Optional.of(alarm.alarm().value()),
        alarm.measured(),
        alarm.limit(),
        alarm.action() == AlarmAction.RELAY_OPENED,
        Moments.believed(alarm.at(), draft.now),
        past);
  }

  private static void clear(Draft draft, String alert, long at, String why) {
    draft.add(new Consequence.Cleared(new AlertCleared(alert, at, why), draft.now));
  }

  private static Optional<EarlyClear> takeEarlyClear(Draft draft, String alarm) {
    Optional<EarlyClear> early =
        draft.earlyClears.stream().filter(clear -> clear.alarm().equals(alarm)).findFirst();
    early.ifPresent(draft.earlyClears::remove);
    return early;
  }
}
