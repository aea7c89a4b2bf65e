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
import io.shedwatch.server.alert.Subject;
import io.shedwatch.server.rule.RuleName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Edge alarms become alerts, on arrival. One active alert a kind and subject: a further alarm joins
 * it. Where messages overtook each other, what is seen in the end is what the order of seqs says.
 */
final class AlarmRules {
  static final String RULE = RuleName.HARDWARE.word();

  private static final Comparator<OpenAlarm> BY_RAISE =
      Comparator.comparingLong(OpenAlarm::rank).thenComparingLong(OpenAlarm::seq);

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
    AlertRaised raised = alert(draft, alarm);
    if (early.isPresent()) {
      draft.add(new Consequence.Raised(raised.asPast(), draft.now));
      clear(draft, raised.alert(), early.get().at(), "");
      return;
    }
    Optional<OpenAlarm> same =
        draft.open.stream().filter(open -> open.sameSubject(raised)).findFirst();
    if (same.isPresent() && !same.get().isAfter(rank, alarm.seq())) {
      draft.open.add(
          new OpenAlarm(id, rank, alarm.seq(), raised, same.get().row(), false, Optional.empty()));
      return;
    }
    AlertRaised own = same.isPresent() ? raised.asPast() : raised;
    draft.add(new Consequence.Raised(own, draft.now));
    draft.open.add(new OpenAlarm(id, rank, alarm.seq(), own, own.alert(), false, Optional.empty()));
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
    long rank = draft.boot(alarm.boot()).rank();
    end(draft, known.get(), new OpenAlarm.End(rank, alarm.seq(), at, ""));
  }

  /** An alarm ends at a place in the order. */
  static void end(Draft draft, OpenAlarm ended, OpenAlarm.End end) {
    if (!ended.isActive()) {
      return; // Cleared twice.
    }
    if (ended.forgotten()) {
      clear(draft, ended.raised().alert() + "-forgotten", end.at(), end.why());
    }
    draft.open.set(draft.open.indexOf(ended), ended.ended(end));
    settle(draft, ended.row());
  }

  /**
   * Alarms that share an alert are one occurrence as long as one of them is active. When all that
   * were raised before some point have ended before it, what follows is an occurrence of its own:
   * its raise had overtaken the clear.
   */
  private static void settle(Draft draft, String row) {
    List<OpenAlarm> sharing =
        draft.open.stream().filter(open -> open.row().equals(row)).sorted(BY_RAISE).toList();
    draft.open.removeAll(sharing);
    String carrier = row;
    for (List<OpenAlarm> occurrence : occurrences(sharing)) {
      AlertRaised first = occurrence.get(0).raised();
      boolean over = occurrence.stream().noneMatch(OpenAlarm::isActive);
      if (!occurrence.get(0).equals(sharing.get(0))) {
        carrier = first.alert();
        draft.add(new Consequence.Raised(over ? first.asPast() : first, draft.now));
      }
      if (over) {
        OpenAlarm.End last = lastEnd(occurrence);
        clear(draft, carrier, last.at(), last.why());
      } else {
        for (OpenAlarm alarm : occurrence) {
          draft.open.add(alarm.inRow(carrier));
        }
      }
    }
  }

  private static List<List<OpenAlarm>> occurrences(List<OpenAlarm> inOrder) {
    List<List<OpenAlarm>> all = new ArrayList<>();
    List<OpenAlarm> occurrence = new ArrayList<>();
    for (OpenAlarm alarm : inOrder) {
      if (!occurrence.isEmpty() && occurrence.stream().allMatch(alarm::isAfterTheEndOf)) {
        all.add(occurrence);
        occurrence = new ArrayList<>();
      }
      occurrence.add(alarm);
    }
    all.add(occurrence);
    return all;
  }

  private static OpenAlarm.End lastEnd(List<OpenAlarm> occurrence) {
    return occurrence.stream()
        .flatMap(alarm -> alarm.end().stream())
        .max(Comparator.comparingLong(OpenAlarm.End::rank).thenComparingLong(OpenAlarm.End::seq))
        .orElseThrow();
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
      if (alarm.forgotten() && alarm.isActive() && here) {
        String why = "switched on again by a person";
        end(draft, alarm, new OpenAlarm.End(Long.MAX_VALUE, Long.MAX_VALUE, at, why));
      }
    }
  }

  private static AlertRaised alert(Draft draft, Alarm alarm) {
    String place = draft.shed().site() + "-" + draft.shed().shed();
    return AlertRaised.of(
            place + "-" + alarm.boot() + "-" + alarm.seq(),
            RULE,
            Severity.of(alarm.kind()),
            Subject.of(draft.shed(), alarm.socket()),
            Moments.believed(alarm.at(), draft.now))
        .ofKind(alarm.kind().word())
        .by(draft.ruleVersion(RuleName.HARDWARE))
        .forAlarm(alarm.alarm().value())
        .measuring(alarm.measured(), alarm.limit())
        .relayOpened(alarm.action() == AlarmAction.RELAY_OPENED);
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
