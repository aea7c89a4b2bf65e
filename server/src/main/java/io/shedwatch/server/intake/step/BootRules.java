package io.shedwatch.server.intake.step;

import java.util.List;

/** How boots lose messages and end. */
final class BootRules {
  private BootRules() {}

  /** What is missing of these seqs counts as received and is shown as lost. */
  static void loseMissing(Draft draft, BootBook boot, Span seqs, String why) {
    for (Span gap : boot.positions().missing(seqs.from(), seqs.to())) {
      draft.add(new Consequence.Lost(boot.boot(), gap, why));
    }
    draft.put(boot.received(seqs.from(), seqs.to(), draft.now));
  }

  /**
   * The agent holds nothing of the boot any more: its gaps are lost. What of it waits for an older
   * boot, of which more is to come, goes on waiting for its turn; the next birth closes it then.
   */
  static void end(Draft draft, BootBook boot) {
    if (boot.waiting().isEmpty() || !FoldRules.blocked(draft, boot.boot())) {
      close(draft, boot);
    } else {
      loseGaps(draft, boot);
    }
  }

  /** The boot is over: its gaps are lost, and what waited is folded. */
  static void close(Draft draft, BootBook boot) {
    loseGaps(draft, boot);
    FoldRules.foldAll(draft, draft.boot(boot.boot()));
    draft.close(draft.boot(boot.boot()));
  }

  private static void loseGaps(Draft draft, BootBook boot) {
    for (Span awaited : boot.awaited()) {
      draft.add(new Consequence.Filled(boot.boot(), awaited.from()));
    }
    // A birth that was not heard may still come: then it is no cloned card's.
    long firstAt = boot.positions().covers(1) ? boot.firstAt() : 0;
    BootBook last = boot.born(boot.rank(), firstAt).awaiting(List.of());
    long to = Math.max(boot.positions().highest(), boot.heldTo());
    if (to > 0) {
      loseMissing(draft, last, new Span(1, to), "boot-closed");
    }
  }

  static void keepWithinBound(Draft draft) {
    while (draft.boots().size() > ShedBook.MOST_BOOTS) {
      close(draft, draft.boots().get(0));
    }
  }
}
