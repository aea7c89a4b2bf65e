package io.shedwatch.contract;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the fields that all edge messages share, in any order among the others. */
final class StampReader {
  static final List<String> FIELDS = List.of("boot", "seq", "at", "backfill");

  private static final int BOOT = 0;

  /** Index of the seq in {@link #FIELDS}. */
  static final int SEQ = 1;

  private static final int AT = 2;

  private final long minSeq;
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

  /**
   * @param field index in {@link #FIELDS}
   */
  void field(int field, TokenCursor in) throws IOException, Refusal {
    switch (field) {
      case BOOT -> boot = Optional.of(new BootId(in.identity()));
      case SEQ -> seq = in.integer(minSeq, Stamp.MAX_SEQ);
      case AT -> at = in.integer(0, Bounds.MAX_AT);
      default -> backfill = in.flag();
    }
  }

  /** Forgets what was given twice or cut short: nobody can tell what is meant. */
  void doubt(int field) {
    if (field == BOOT) {
      boot = Optional.empty();
    } else if (field == SEQ) {
      seq = 0;
    }
  }

  /** The stamp, once its fields were required. */
  Stamp stamp() {
    return new Stamp(boot.orElseThrow(), seq, at, backfill);
  }

  /** Empty when it could not be read. */
  Optional<BootId> boot() {
    return boot;
  }

  /** 0 when it could not be read. */
  long seq() {
    return seq;
  }

  long at() {
    return at;
  }
}
