package io.shedwatch.server.intake.step;

import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Status;
import io.shedwatch.contract.Will;
import io.shedwatch.server.alert.AlertCleared;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.Subject;
import io.shedwatch.server.intake.step.Step.Notice;
import io.shedwatch.server.rule.RuleName;
import java.util.Optional;

/** Whether the agent is there, whether its clock is right, and whether it is alone. */
final class PresenceRules {
  /** An older boot that speaks this often as if it were alive is another box. */
  private static final int TWIN_SIGNS = 3;

  /** Messages that overlap a restart by less are no sign. */
  private static final long TWIN_OVERLAP_MILLIS = 30_000;

  private PresenceRules() {}

  static void heard(Draft draft, Stamped message) {
    if (!draft.isCurrent(message.boot())) {
      if (!message.stamp().backfill()) {
        twin(draft, message);
      }
      return;
    }
    if (message instanceof Status status) {
      status(draft, status);
    } else if (!message.stamp().backfill()) {
      alive(draft, stateAfter(draft.presence, draft.now));
    }
    if (!message.stamp().backfill()) {
      skew(draft, message);
    }
  }

  private static void status(Draft draft, Status status) {
    boolean newest =
        draft.presence.birthBoot().map(status.boot()::equals).orElse(true)
            && status.seq() >= draft.presence.birthSeq();
    if (newest) {
      alive(draft, status.state());
    }
  }

  private static ShedState stateAfter(Presence presence, long now) {
    ShedState before = presence.state().orElse(ShedState.ONLINE);
    return before == ShedState.LOST && now > presence.lostAt() ? ShedState.ONLINE : before;
  }

  private static void alive(Draft draft, ShedState state) {
    draft.presence = draft.presence.heard(state, draft.now);
    if (draft.presence.offlineAlert().isPresent() && state == ShedState.ONLINE) {
      String alert = draft.presence.offlineAlert().get();
      draft.add(new Consequence.Cleared(new AlertCleared(alert, draft.now, ""), draft.now));
      draft.presence = draft.presence.offline(Optional.empty());
    }
  }

  /** A will counts only for the newest birth of the newest boot. */
  static Step will(ShedBook book, ShedEvent.WillHeard event) {
    Will will = event.will();
    Presence presence = book.presence();
    boolean counts =
        presence.birthBoot().map(will.boot()::equals).orElse(false)
            && will.birth() >= presence.birthSeq()
            && presence.state().orElse(ShedState.LOST) != ShedState.LOST
            && presence.state().orElse(ShedState.LOST) != ShedState.OFFLINE;
    if (!counts) {
      return Step.quiet(book);
    }
    Draft draft = new Draft(book, StepRules.DEFAULTS, event.receivedAt());
    draft.presence = presence.lost(event.receivedAt());
    return draft.step(Notice.NEWS);
  }

  private static void skew(Draft draft, Stamped message) {
    Oddities odd = draft.oddities;
    long off = draft.now - message.at();
    boolean right = Math.abs(off) <= draft.rules.skewMillis();
    if (right) {
      if (odd.skewSince() != 0) {
        odd.skewAlert().ifPresent(alert -> clear(draft, alert));
        draft.oddities = odd.skewed(0, Optional.empty());
      }
    } else if (odd.skewSince() == 0) {
      draft.oddities = odd.skewed(draft.now, Optional.empty());
    } else if (odd.skewAlert().isEmpty()
        && draft.now - odd.skewSince()
            >= draft.rules.rules().clockSkew().timing().onDelayMillis()) {
      String alert = alertId(draft, message) + "-clock";
      draft.oddities = odd.skewed(odd.skewSince(), Optional.of(alert));
      double limitSeconds = draft.rules.skewMillis() / 1_000.0;
      raise(draft, alert, RuleName.CLOCK_SKEW, off / 1_000.0, limitSeconds);
    }
  }

  /** An older boot that still speaks of now, well after the newer one was born. */
  private static void twin(Draft draft, Stamped message) {
    BootBook current = draft.current();
    boolean sign =
        draft.now > current.heardAt() + TWIN_OVERLAP_MILLIS
            && current.firstAt() != 0
            && message.at() > current.firstAt() + TWIN_OVERLAP_MILLIS;
    if (!sign) {
      return;
    }
    Oddities odd = draft.oddities;
    int signs = Math.min(odd.twinSigns() + 1, TWIN_SIGNS);
    Optional<String> alert = odd.twinAlert();
    if (signs == TWIN_SIGNS && alert.isEmpty()) {
      alert = Optional.of(alertId(draft, message) + "-twin");
      raise(draft, alert.get(), RuleName.SHED_TWIN, Double.NaN, Double.NaN);
    }
    draft.oddities = odd.twin(signs, draft.now, alert);
  }

  private static String alertId(Draft draft, Stamped message) {
    return draft.shed().site()
        + "-"
        + draft.shed().shed()
        + "-"
        + message.boot()
        + "-"
        + message.seq();
  }

  static void raise(Draft draft, String alert, RuleName rule, double measured, double limit) {
    draft.add(
        new Consequence.Raised(
            AlertRaised.of(alert, rule.word(), rule.severity(), Subject.of(draft.shed()), draft.now)
                .measuring(measured, limit)
                .by(draft.ruleVersion(rule)),
            draft.now));
  }

  static void clear(Draft draft, String alert) {
    draft.add(new Consequence.Cleared(new AlertCleared(alert, draft.now, ""), draft.now));
  }
}
