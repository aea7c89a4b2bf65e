package io.shedwatch.server.intake;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.intake.step.Consequence;
import io.shedwatch.server.intake.step.Consequence.Refusal;
import io.shedwatch.server.intake.step.ShedBook;
import java.util.List;
import java.util.Set;

/** A ledger during whose commits the server may die: before they count, or just after. */
final class MortalLedger implements Ledger {
  /** When the process dies. */
  enum Death {
    NOT_NOW,
    BEFORE_THE_COMMIT,
    AFTER_THE_COMMIT
  }

  /** The process is gone; nothing in it may catch this. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super("killed", null, false, false);
    }
  }

  private final InMemoryLedger ledger;
  private final Set<ShedAddress> gaveUp;
  private Death death = Death.NOT_NOW;

  /**
   * @param gaveUp takes the sheds of which a message was awaited in vain
   */
  MortalLedger(InMemoryLedger ledger, Set<ShedAddress> gaveUp) {
    this.ledger = ledger;
    this.gaveUp = gaveUp;
  }

  void dieInTheNextCommit(Death when) {
    death = when;
  }

  private static boolean isGap(Consequence one) {
    return one instanceof Consequence.Lost lost && lost.why().equals("awaited");
  }

  @Override
  public ShedBook load(ShedAddress shed, int sockets) {
    return ledger.load(shed, sockets);
  }

  @Override
  public Told commit(List<ShedCommit> sheds, List<Refusal> strangers) {
    if (death == Death.BEFORE_THE_COMMIT) {
      throw new Killed();
    }
    for (ShedCommit shed : sheds) {
      if (shed.consequences().stream().anyMatch(MortalLedger::isGap)) {
        gaveUp.add(shed.next().shed());
      }
    }
    Told told = ledger.commit(sheds, strangers);
    if (death == Death.AFTER_THE_COMMIT) {
      throw new Killed();
    }
    return told;
  }
}
