package io.shedwatch.server.intake.step;

import io.shedwatch.contract.BootId;
import java.util.List;

/**
 * What is known of one boot of a shed. Times are epoch milliseconds; 0: unknown.
 *
 * @param rank orders boots: the agent's own counter, or the order of arrival
 * @param firstAt the agent's time in the birth with seq 1; of the first message heard before it
 * @param heardAt server's time of the first message heard
 * @param givenUpTo sessions no longer wait for seqs up to this; what still comes only corrects
 * @param heldFrom lowest seq that the agent's spool held; 0: no birth told it yet
 * @param heldTo highest seq that the agent's spool held
 * @param progressAt server's time when the frontier last moved, or something began to wait
 * @param waiting ascending by seq, at most {@link #MOST_WAITING}
 * @param awaited gaps that were given up and have a row
 */
public record BootBook(
    BootId boot,
    long rank,
    long firstAt,
    long heardAt,
    Positions positions,
    long givenUpTo,
    long heldFrom,
    long heldTo,
    long progressAt,
    List<Waiting> waiting,
    List<Span> awaited) {
  /** Readings beyond this are taken for not received: the agent sends them again later. */
  public static final int MOST_WAITING = 256;

  public BootBook {
    waiting = List.copyOf(waiting);
    awaited = List.copyOf(awaited);
  }

  static BootBook first(BootId boot, long rank, long heardAt) {
    return new BootBook(
        boot, rank, 0, heardAt, Positions.NONE, 0, 0, 0, heardAt, List.of(), List.of());
  }

  /** Whether a birth told where it stands; else its rank is a guess. */
  boolean isPlaced() {
    return heldFrom > 0;
  }

  /** Sessions are folded up to here. */
  long frontier() {
    return Math.max(positions.contiguous(), givenUpTo);
  }

  /** Whether nothing of this boot is known to be still on its way. */
  boolean complete() {
    return frontier() >= heldTo;
  }

  BootBook received(long from, long to, long now) {
    Positions next = positions.plus(from, to);
    boolean moved = Math.max(next.contiguous(), givenUpTo) > frontier();
    return new BootBook(
        boot,
        rank,
        firstAt,
        heardAt,
        next,
        givenUpTo,
        heldFrom,
        heldTo,
        moved ? now : progressAt,
        waiting,
        awaited);
  }

  BootBook born(long newRank, long newFirstAt) {
    return new BootBook(
        boot,
        newRank,
        newFirstAt,
        heardAt,
        positions,
        givenUpTo,
        heldFrom,
        heldTo,
        progressAt,
        waiting,
        awaited);
  }

  BootBook holding(long from, long to) {
    return new BootBook(
        boot,
        rank,
        firstAt,
        heardAt,
        positions,
        givenUpTo,
        heldFrom == 0 ? from : Math.min(heldFrom, from),
        Math.max(heldTo, to),
        progressAt,
        waiting,
        awaited);
  }

  BootBook waitingFor(List<Waiting> still, long now) {
    return new BootBook(
        boot,
        rank,
        firstAt,
        heardAt,
        positions,
        givenUpTo,
        heldFrom,
        heldTo,
        waiting.isEmpty() ? now : progressAt,
        still,
        awaited);
  }

  BootBook givenUp(long to, List<Span> gaps, long now) {
    return new BootBook(
        boot,
        rank,
        firstAt,
        heardAt,
        positions,
        Math.max(givenUpTo, to),
        heldFrom,
        heldTo,
        now,
        waiting,
        gaps);
  }

  BootBook awaiting(List<Span> gaps) {
    return new BootBook(
        boot,
        rank,
        firstAt,
        heardAt,
        positions,
        givenUpTo,
        heldFrom,
        heldTo,
        progressAt,
        waiting,
        gaps);
  }
}
