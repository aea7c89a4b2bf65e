package io.shedwatch.contract;

import java.io.IOException;

/** Receipts, as the agent reads them. */
final class StoredReader implements MessageReader {
  /** Those of a stamp but {@code backfill}: a receipt has none. */
  private static final FieldTable FIELDS = FieldTable.of("boot", "seq", "at");

  private static final int REQUIRED = FIELDS.bits("boot", "seq", "at");

  private final StampReader stamp = new StampReader(0);

  @Override
  public void field(int field, TokenCursor in) throws IOException, Refusal {
    stamp.field(field, in);
  }

  @Override
  public Stored message(int seen) throws Refusal {
    FIELDS.require(seen, REQUIRED);
    return new Stored(stamp.boot().orElseThrow(), stamp.seq(), stamp.at());
  }

  @Override
  public FieldTable fields() {
    return FIELDS;
  }

  @Override
  public StampReader stamp() {
    return stamp;
  }
}
