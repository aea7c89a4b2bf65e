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

  /** The boot is over: its gaps are lost, and what waited is folded. */
  static void close(Draft draft, BootBook boot) {
    for (Span awaited : boot.awaited()) {
      draft.add(new Consequence.Filled(boot.boot(), awaited.from()));
    }
    long to = Math.max(boot.positions().highest(), boot.heldTo());
    if (to > 0) {
      loseMissing(draft, boot.awaiting(List.of()), new Span(1, to), "boot-closed");
    }
    FoldRules.foldAll(draft, draft.boot(boot.boot()));
    draft.close(draft.boot(boot.boot()));
  }

  static void keepWithinBound(Draft draft) {
    while (draft.boots().size() > ShedBook.MOST_BOOTS) {
      close(draft, draft.boots().get(0));
    }
  }
}
