package io.shedwatch.server.intake.step;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Channel;
import io.shedwatch.contract.Outcome;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.Rejected;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Status;
import io.shedwatch.contract.Topic;
import io.shedwatch.server.intake.step.Step.Notice;
import java.util.List;
import java.util.Optional;

/** One event further: {@code (book, event) -> (next book, consequences)}. */
public final class LaneStep {
  /** A birth of a known boot that claims to be younger by more is another agent's. */
  private static final long REUSED_MILLIS = 60_000;

  private LaneStep() {}

  public static Step next(ShedBook book, ShedEvent event, StepRules rules) {
    if (event instanceof ShedEvent.Heard heard) {
      return heard(book, heard, rules);
    }
    if (event instanceof ShedEvent.WillHeard will) {
      return PresenceRules.will(book, will);
    }
    if (event instanceof ShedEvent.Refused refused) {
      return refused(book, refused, rules);
    }
    return TimedRules.tick(book, (ShedEvent.Tick) event, rules);
  }

  private static Step heard(ShedBook book, ShedEvent.Heard heard, StepRules rules) {
    Stamped message = heard.message();
    Draft draft = new Draft(book, rules, heard.receivedAt());
    if (book.covers(message.boot(), message.seq()) && !isLateBirth(book, message)) {
      return isReused(book, message)
          ? reused(book, message, heard.receivedAt())
          : repeated(book, draft, message);
    }
    BootBook boot = findOrEnter(draft, message);
    if (!boot.isPlaced() && boot.firstAt() == 0) {
      boot = boot.born(boot.rank(), message.at());
    }
    if (message instanceof Readings && FoldRules.tooFarAhead(boot, message.seq())) {
      return new Step(book, List.of(), Notice.TOO_FAR_AHEAD);
    }
    draft.put(boot.received(message.seq(), message.seq(), draft.now));
    if (message instanceof Status status) {
      StatusRules.apply(draft, status);
    } else if (message instanceof Readings readings) {
      ReadingRules.apply(draft, readings);
    } else if (message instanceof Alarm alarm) {
      AlarmRules.apply(draft, alarm);
    } else if (message instanceof Outcome outcome) {
      long at = Moments.believed(outcome.at(), draft.now);
      draft.add(new Consequence.OutcomeHeard(outcome, at));
    }
    PresenceRules.heard(draft, message);
    FoldRules.advance(draft);
    BootRules.keepWithinBound(draft);
    return draft.step(Notice.NEWS);
  }

  /**
   * What the agent dropped is declared by readings that go out after that: they may have come
   * before, without it.
   */
  private static Step repeated(ShedBook book, Draft draft, Stamped message) {
    if (!(message instanceof Readings readings) || readings.dropped().isEmpty()) {
      return Step.repeated(book);
    }
    readings.dropped().forEach(dropped -> ReadingRules.drop(draft, dropped));
    FoldRules.advance(draft);
    Step step = draft.step(Notice.NEWS);
    return step.consequences().isEmpty() ? Step.repeated(book) : step;
  }

  /** A birth tells its boot's place itself; before that it is a guess. */
  private static BootBook findOrEnter(Draft draft, Stamped message) {
    if (message instanceof Status status && status.bootNumber().isPresent()) {
      return draft.findOrEnter(message.boot(), status.bootNumber().getAsLong());
    }
    return draft.findOrEnter(message.boot(), isOld(draft, message));
  }

  /**
   * Whether a boot that is first heard of by this message is none of the present: what a broker
   * delivers again may come after the birth of a newer boot.
   */
  private static boolean isOld(Draft draft, Stamped message) {
    boolean beforeTheNewest =
        message.seq() > 1
            && !draft.boots().isEmpty()
            && Moments.believed(message.at(), draft.now) < draft.current().firstAt();
    return message.stamp().backfill() || beforeTheNewest;
  }

  /** The base of a boot had to be guessed, and now its birth tells what the spool holds. */
  private static boolean isLateBirth(ShedBook book, Stamped message) {
    return message instanceof Status status
        && !status.holds().isEmpty()
        && book.boots().stream()
            .anyMatch(boot -> boot.boot().equals(message.boot()) && boot.heldFrom() == 0);
  }

  /**
   * A birth is said at the first connect, which may be long after readings of its boot: only one
   * that was heard before can be another agent's.
   */
  private static boolean isReused(ShedBook book, Stamped message) {
    if (message.seq() != 1
        || !(message instanceof Status status)
        || status.state() != ShedState.ONLINE) {
      return false;
    }
    long firstAt = firstAt(book, message.boot());
    return firstAt != 0 && message.at() > firstAt + REUSED_MILLIS;
  }

  private static long firstAt(ShedBook book, BootId boot) {
    for (BootBook known : book.boots()) {
      if (known.boot().equals(boot)) {
        return known.firstAt();
      }
    }
    ClosedBoot over = book.closed().get(boot);
    return over == null ? 0 : over.firstAt();
  }

  private static Step reused(ShedBook book, Stamped message, long receivedAt) {
    Consequence refusal =
        new Consequence.Refusal(
            new Topic(book.shed(), Channel.STATUS).name(),
            Rejected.Reason.BOOT_REUSED.word(),
            "boot " + message.boot() + " was born before: is this a cloned card?",
            "",
            receivedAt);
    return new Step(book, List.of(refusal), Notice.NEWS);
  }

  private static Step refused(ShedBook book, ShedEvent.Refused refused, StepRules rules) {
    Rejected rejected = refused.rejected();
    Optional<BootId> boot = rejected.seq() > 0 ? rejected.boot() : Optional.empty();
    if (boot.isPresent() && book.covers(boot.get(), rejected.seq())) {
      return Step.repeated(book);
    }
    Draft draft = new Draft(book, rules, refused.receivedAt());
    draft.add(
        new Consequence.Refusal(
            refused.topic(),
            rejected.reason().word(),
            rejected.detail(),
            refused.body(),
            refused.receivedAt()));
    RejectedRules.refused(draft);
    // A boot that only garbage names is not entered.
    Optional<BootBook> known = boot.flatMap(draft::find);
    if (known.isPresent()) {
      BootRules.loseMissing(
          draft, known.get(), new Span(rejected.seq(), rejected.seq()), rejected.reason().word());
      FoldRules.advance(draft);
    }
    return draft.step(Notice.NEWS);
  }
}
