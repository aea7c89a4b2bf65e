package io.shedwatch.server.intake.step;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.live.SocketLive;
import io.shedwatch.server.session.SocketFold;

/**
 * One socket: what the board shows, and where the fold of its sessions stands.
 *
 * @param reading the newest by (boot rank, seq)
 * @param at epoch milliseconds of that reading; 0: never
 * @param since epoch milliseconds since when its usage holds
 * @param rank of the reading's boot
 * @param seq of the reading's message
 */
public record SocketBook(
    Reading reading, long at, long since, long rank, long seq, SocketFold fold) {

  static SocketBook empty(int socket) {
    Reading nothing =
        new Reading(
            socket,
            Usage.UNKNOWN,
            RelayPosition.UNTOLD,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN);
    return new SocketBook(nothing, 0, 0, Long.MIN_VALUE, 0, SocketFold.EMPTY);
  }

  boolean isBefore(long otherRank, long otherSeq) {
    return rank < otherRank || (rank == otherRank && seq < otherSeq);
  }

  SocketBook showing(Reading newest, long newestAt, long newestRank, long newestSeq) {
    boolean same = at != 0 && newest.usage() == reading.usage();
    return new SocketBook(newest, newestAt, same ? since : newestAt, newestRank, newestSeq, fold);
  }

  SocketBook folded(SocketFold next) {
    return new SocketBook(reading, at, since, rank, seq, next);
  }

  /** Where the fold has caught up with the board, it knows better since when the usage holds. */
  SocketBook agreeing(long foldedRank, long foldedSeq) {
    return foldedRank == rank && foldedSeq == seq
        ? new SocketBook(reading, at, fold.last().since(), rank, seq, fold)
        : this;
  }

  SocketLive live() {
    return new SocketLive(reading, at, since);
  }
}
