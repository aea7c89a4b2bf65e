package io.shedwatch.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code holds} and {@code dropped}: lists of boot, from and to. */
final class RangesReader {
  private static final FieldTable FIELDS = FieldTable.of("boot", "from", "to");
  private static final int BOOT = 0;
  private static final int FROM = 1;
  private static final int REQUIRED = FIELDS.bits("boot", "from", "to");

  private RangesReader() {}

  static List<SeqRange> read(TokenCursor in) throws IOException, Refusal {
    in.enterList();
    String list = in.name();
    List<SeqRange> ranges = new ArrayList<>();
    while (in.nextItem()) {
      if (ranges.size() == Bounds.MAX_RANGES) {
        throw Refusal.implausible(list, "has more than " + Bounds.MAX_RANGES + " ranges");
      }
      ranges.add(range(in));
    }
    return ranges;
  }

  private static SeqRange range(TokenCursor in) throws IOException, Refusal {
    in.enterObject();
    int seen = 0;
    String boot = "";
    long from = 0;
    long to = 0;
    int field = -1;
    while ((field = in.nextField(FIELDS, field + 1)) != FieldTable.END) {
      seen = in.once(seen, field);
      switch (field) {
        case BOOT -> boot = in.identity();
        case FROM -> from = in.integer(1, Stamp.MAX_SEQ);
        default -> to = in.integer(1, Stamp.MAX_SEQ);
      }
    }
    FIELDS.require(seen, REQUIRED);
    if (to < from) {
      throw Refusal.implausible("to", "must not be below from");
    }
    return new SeqRange(new BootId(boot), from, to);
  }
}
