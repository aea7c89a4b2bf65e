package io.shedwatch.contract;

import java.io.IOException;

/** Receipts, as the agent reads them. */
final class StoredReader implements MessageReader {
  private final StampReader stamp = new StampReader(0);

  @Override
  public void field(TokenCursor in) throws IOException, Refusal {
    stamp.field(in);
  }

  @Override
  public Stored message() throws Refusal {
    BootId boot = stamp.requireBoot();
    stamp.requireSeqAndAt();
    return new Stored(boot, stamp.seq(), stamp.at());
  }

  @Override
  public StampReader stamp() {
    return stamp;
  }
}
