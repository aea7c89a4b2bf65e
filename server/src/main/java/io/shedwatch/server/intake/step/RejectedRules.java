package io.shedwatch.server.intake.step;

import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.Subject;
import io.shedwatch.server.rule.MessagesRejected;
import io.shedwatch.server.rule.RuleName;

/** A shed that says what cannot be used, again and again. */
final class RejectedRules {
  private static final RuleName RULE = RuleName.MESSAGES_REJECTED;

  private RejectedRules() {}

  /** One message was refused, or some of its readings. */
  static void refused(Draft draft) {
    MessagesRejected rule = draft.rules.rules().messagesRejected();
    MessagesRejected.Run before = draft.rejected;
    draft.rejected = rule.rejected(before, draft.now);
    if (before.raisedAt() == 0 && draft.rejected.raisedAt() != 0) {
      draft.add(
          new Consequence.Raised(
              AlertRaised.of(
                      alert(draft),
                      RULE.word(),
                      RULE.severity(),
                      Subject.of(draft.shed()),
                      draft.now)
                  .measuring(draft.rejected.count(), rule.count())
                  .by(draft.ruleVersion(RULE)),
              draft.now));
    }
  }

  static boolean isOver(ShedBook book, long now, StepRules rules) {
    return rules.rules().messagesRejected().isOver(book.rejected(), now);
  }

  static void end(Draft draft) {
    if (draft.rejected.raisedAt() != 0) {
      PresenceRules.clear(draft, alert(draft));
    }
    draft.rejected = MessagesRejected.Run.NONE;
  }

  private static String alert(Draft draft) {
    return draft.shed().site()
        + "-"
        + draft.shed().shed()
        + "-"
        + RULE.word()
        + "-"
        + draft.rejected.raisedAt();
  }
}
