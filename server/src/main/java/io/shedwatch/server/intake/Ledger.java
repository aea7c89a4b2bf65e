package io.shedwatch.server.intake;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.intake.step.Consequence.Refusal;
import io.shedwatch.server.intake.step.ShedBook;
import java.util.List;

/**
 * Where lanes commit. All of a call or nothing; a repetition of what was committed changes nothing.
 * Thread-safe; no two calls at a time concern the same shed.
 */
interface Ledger {
  /**
   * The book as it was committed last; an empty one is entered for a shed that was never heard.
   *
   * @param sockets as configured now
   */
  ShedBook load(ShedAddress shed, int sockets) throws Away, Unable;

  /**
   * Commits books with their consequences.
   *
   * @param strangers refused messages that belong to no shed of the site
   * @throws Away nothing was committed, or nobody knows: commit the same again
   * @throws Unable nothing was committed and never will be: something in it breaks a rule
   */
  Told commit(List<ShedCommit> sheds, List<Refusal> strangers) throws Away, Unable;

  /** The ledger cannot be reached now. */
  final class Away extends Exception {
    private static final long serialVersionUID = 1;

    Away(Throwable cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** The ledger refuses this for good. */
  final class Unable extends Exception {
    private static final long serialVersionUID = 1;

    Unable(Throwable cause) {
      super(cause.getMessage(), cause);
    }
  }
}
