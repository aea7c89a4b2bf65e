package io.shedwatch.contract;

import java.io.IOException;
import java.util.Optional;

/** Reads the fields that all edge messages share, in any order among the others. */
final class StampReader {
  private static final int BOOT = 1;
  private static final int SEQ = 1 << 1;
  private static final int AT = 1 << 2;
  private static final int BACKFILL = 1 << 3;

  private final long minSeq;
  private int seen;
  private Optional<BootId> boot = Optional.empty();
  private long seq;
  private long at;
  private boolean backfill;

  /**
   * @param minSeq 1 for a message, 0 for a receipt: nothing is stored yet
   */
  StampReader(long minSeq) {
    this.minSeq = minSeq;
  }

  /** Reads the field if it is part of the stamp and skips it otherwise. */
  void field(TokenCursor in) throws IOException, Refusal {
    switch (in.name()) {
      case "boot" -> {
        boot = Optional.empty();
        seen = in.once(seen, BOOT);
        boot = Optional.of(new BootId(in.identity()));
      }
      case "seq" -> {
        seq = 0;
        seen = in.once(seen, SEQ);
        seq = in.integer(minSeq, Stamp.MAX_SEQ);
      }
      case "at" -> {
        seen = in.once(seen, AT);
        at = in.integer(0, Bounds.MAX_AT);
      }
      case "backfill" -> {
        seen = in.once(seen, BACKFILL);
        backfill = in.flag();
      }
      default -> in.skip();
    }
  }

  Stamp stamp() throws Refusal {
    BootId known = requireBoot();
    requireSeqAndAt();
    return new Stamp(known, seq, at, backfill);
  }

  BootId requireBoot() throws Refusal {
    return boot.orElseThrow(() -> Refusal.missing("boot"));
  }

  void requireSeqAndAt() throws Refusal {
    Required.check(seen, SEQ, "seq");
    Required.check(seen, AT, "at");
  }

  /** Empty when it was not read, or was given twice. */
  Optional<BootId> boot() {
    return boot;
  }

  /** 0 when it was not read, or was given twice. */
  long seq() {
    return seq;
  }

  long at() {
    return at;
  }
}
