package io.shedwatch.contract;

/** The messages {@code from} to {@code to}, both included, of one boot. */
public record SeqRange(BootId boot, long from, long to) {
  public SeqRange {
    if (from < 1 || to < from || to > Stamp.MAX_SEQ) {
      throw new IllegalArgumentException("not a range of seqs: " + from + ".." + to);
    }
  }

  public boolean covers(long seq) {
    return from <= seq && seq <= to;
  }
}
