package io.shedwatch.contract;

/**
 * The place of an edge message: with site and shed the natural key of every consequence.
 *
 * @param seq counts all messages of a boot from 1 without gaps
 * @param at epoch milliseconds at the place
 * @param backfill whether the message was older than 30 s when it was sent
 */
public record Stamp(BootId boot, long seq, long at, boolean backfill) {
  /** The largest seq that every JSON reader can tell from its neighbours: 2^53 - 1. */
  public static final long MAX_SEQ = (1L << 53) - 1;

  public Stamp {
    if (seq < 1 || seq > MAX_SEQ) {
      throw new IllegalArgumentException("seq must be 1 to 2^53 - 1: " + seq);
    }
  }

  public Stamp asBackfill() {
    return new Stamp(boot, seq, at, true);
  }
}
