package io.shedwatch.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code holds} and {@code dropped}: lists of boot, from and to. */
final class RangesReader {
  private static final int BOOT = 1;
  private static final int FROM = 1 << 1;
  private static final int TO = 1 << 2;

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
    while (in.nextField()) {
      switch (in.name()) {
        case "boot" -> {
          seen = in.once(seen, BOOT);
          boot = in.identity();
        }
        case "from" -> {
          seen = in.once(seen, FROM);
          from = in.integer(1, Stamp.MAX_SEQ);
        }
        case "to" -> {
          seen = in.once(seen, TO);
          to = in.integer(1, Stamp.MAX_SEQ);
        }
        default -> in.skip();
      }
    }
    Required.check(seen, BOOT, "boot of a range");
    Required.check(seen, FROM, "from of a range");
    Required.check(seen, TO, "to of a range");
    if (to < from) {
      throw Refusal.implausible("to", "must not be below from");
    }
    return new SeqRange(new BootId(boot), from, to);
  }
}
