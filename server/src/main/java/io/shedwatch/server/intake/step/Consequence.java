package io.shedwatch.server.intake.step;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Command;
import io.shedwatch.contract.Outcome;
import io.shedwatch.server.alert.AlertCleared;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.AlertWorsened;
import io.shedwatch.server.session.Session;

/**
 * One thing to commit together with the next book. Each is a no-op when it is there already. Times
 * are epoch milliseconds.
 */
public sealed interface Consequence {
  /** The session as it is now; a later one of the same session replaces it. */
  record SessionChanged(Session session) implements Consequence {}

  /** A reading came too late for its session, which may be over. */
  record SessionCorrected(int socket, long at, double watts) implements Consequence {}

  record Raised(AlertRaised alert, long heardAt) implements Consequence {}

  record Worsened(AlertWorsened alert, long heardAt) implements Consequence {}

  record Cleared(AlertCleared alert, long heardAt) implements Consequence {}

  /** Seqs whose content is not here. */
  record Lost(BootId boot, Span seqs, String why) implements Consequence {}

  /** An awaited gap is a gap no longer. */
  record Filled(BootId boot, long from) implements Consequence {}

  /** Kept for staff, the last 1,000 of a site. */
  record Refusal(String topic, String reason, String detail, String body, long receivedAt)
      implements Consequence {}

  record OutcomeHeard(Outcome outcome, long at) implements Consequence {}

  /** The server's own order. */
  record Ordered(Command command) implements Consequence {}

  record BootClosed(ClosedBoot boot) implements Consequence {}
}
