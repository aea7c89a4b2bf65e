package io.shedwatch.server.intake.step;

import io.shedwatch.contract.ShedState;
import io.shedwatch.server.intake.step.Step.Notice;
import io.shedwatch.server.rule.RuleName;
import io.shedwatch.server.rule.ShedWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens because nothing happens. */
final class TimedRules {
  /** A twin that has been quiet for this is gone. */
  private static final long TWIN_QUIET_MILLIS = 600_000;

  private TimedRules() {}

  static Step tick(ShedBook book, ShedEvent.Tick tick, StepRules rules) {
    ShedWatch.Turn idle = WatchRules.idle(book, tick, rules);
    boolean due =
        gapIsDue(book, tick, rules)
            || baseIsDue(book, tick, rules)
            || offlineIsDue(book, tick, rules)
            || twinIsGone(book, tick)
            || clearIsOld(book, tick)
            || RejectedRules.isOver(book, tick.now(), rules)
            || !idle.findings().isEmpty();
    if (!due) {
      return Step.quiet(book);
    }
    Draft draft = new Draft(book, rules, tick.now());
    if (!idle.findings().isEmpty()) {
      draft.watch = idle.next();
      idle.findings().forEach(finding -> WatchRules.tell(draft, finding));
    }
    if (RejectedRules.isOver(book, tick.now(), rules)) {
      RejectedRules.end(draft);
    }
    if (baseIsDue(book, tick, rules)) {
      settleBases(draft, tick);
    }
    if (gapIsDue(book, tick, rules)) {
      giveUpOneGap(draft);
    }
    FoldRules.advance(draft);
    if (offlineIsDue(book, tick, rules)) {
      offline(draft);
    }
    if (twinIsGone(book, tick)) {
      book.oddities().twinAlert().ifPresent(alert -> PresenceRules.clear(draft, alert));
      draft.oddities = draft.oddities.twin(0, 0, Optional.empty());
    }
    draft.earlyClears.removeIf(clear -> isOld(clear, tick.now()));
    return draft.step(Notice.NEWS);
  }

  /** The first boot in order that holds sessions up, if any. */
  private static Optional<BootBook> front(List<BootBook> boots) {
    for (int i = 0; i < boots.size(); i++) {
      BootBook boot = boots.get(i);
      if (!boot.waiting().isEmpty()) {
        return Optional.of(boot);
      }
      if (!boot.complete()) {
        boolean othersWait =
            boots.subList(i + 1, boots.size()).stream().anyMatch(b -> !b.waiting().isEmpty());
        return othersWait ? Optional.of(boot) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean gapIsDue(ShedBook book, ShedEvent.Tick tick, StepRules rules) {
    Optional<BootBook> front = front(book.boots());
    if (front.isEmpty()) {
      return false;
    }
    long since = Math.max(front.get().progressAt(), tick.listeningSince());
    return tick.now() - since >= rules.gapMillis();
  }

  private static void giveUpOneGap(Draft draft) {
    BootBook boot = front(draft.boots()).orElseThrow();
    long to = boot.heldTo();
    if (!boot.waiting().isEmpty()) {
      to = boot.positions().endOfRun(boot.waiting().get(0).seq());
    }
    List<Span> awaited = new ArrayList<>(boot.awaited());
    for (Span gap : boot.positions().missing(boot.frontier() + 1, to)) {
      awaited.add(gap);
      draft.add(new Consequence.Lost(boot.boot(), gap, "awaited"));
    }
    draft.put(boot.givenUp(to, awaited, draft.now));
  }

  private static boolean baseIsDue(ShedBook book, ShedEvent.Tick tick, StepRules rules) {
    for (BootBook boot : book.boots()) {
      if (hasNoBase(boot) && isOld(boot, tick, rules)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNoBase(BootBook boot) {
    return boot.heldFrom() == 0
        && boot.positions().contiguous() == 0
        && !boot.positions().above().isEmpty();
  }

  /**
   * Nobody told where these boots begin: the first seq heard is their base, and nothing is lost.
   */
  private static void settleBases(Draft draft, ShedEvent.Tick tick) {
    for (BootBook boot : List.copyOf(draft.boots())) {
      if (hasNoBase(boot) && isOld(boot, tick, draft.rules)) {
        draft.put(boot.received(1, boot.positions().above().get(0).from() - 1, draft.now));
      }
    }
  }

  private static boolean isOld(BootBook boot, ShedEvent.Tick tick, StepRules rules) {
    return tick.now() - Math.max(boot.heardAt(), tick.listeningSince()) >= rules.gapMillis();
  }

  private static boolean offlineIsDue(ShedBook book, ShedEvent.Tick tick, StepRules rules) {
    Presence presence = book.presence();
    if (presence.offlineAlert().isPresent()
        || presence.heardAt() == 0
        || tick.now() - tick.listeningSince() < rules.graceMillis()) {
      return false;
    }
    boolean lost = presence.state().orElse(ShedState.ONLINE) == ShedState.LOST;
    return rules
        .rules()
        .shedOffline()
        .isOffline(presence.heardAt(), lost ? presence.lostAt() : 0, tick.now());
  }

  private static void offline(Draft draft) {
    BootBook boot = draft.current();
    String alert =
        draft.shed().site()
            + "-"
            + draft.shed().shed()
            + "-"
            + boot.boot()
            + "-"
            + boot.positions().highest()
            + "-offline";
    double silentSeconds = (draft.now - draft.presence.heardAt()) / 1_000.0;
    double limitSeconds = draft.rules.rules().shedOffline().silentMillis() / 1_000.0;
    PresenceRules.raise(draft, alert, RuleName.SHED_OFFLINE, silentSeconds, limitSeconds);
    draft.presence = draft.presence.offline(Optional.of(alert));
  }

  private static boolean twinIsGone(ShedBook book, ShedEvent.Tick tick) {
    Oddities odd = book.oddities();
    return odd.twinSigns() > 0 && tick.now() - odd.twinAt() >= TWIN_QUIET_MILLIS;
  }

  private static boolean clearIsOld(ShedBook book, ShedEvent.Tick tick) {
    return book.earlyClears().stream().anyMatch(clear -> isOld(clear, tick.now()));
  }

  private static boolean isOld(EarlyClear clear, long now) {
    return now - clear.heardAt() >= EarlyClear.KEPT_MILLIS;
  }
}
