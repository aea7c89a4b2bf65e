package io.shedwatch.server.intake;

final class InMemoryLedgerTest extends LedgerContract {
  private final InMemoryLedger ledger = new InMemoryLedger();

  @Override
  Ledger ledger() {
    return ledger;
  }

  @Override
  LedgerFacts facts() {
    return ledger.facts();
  }
}
