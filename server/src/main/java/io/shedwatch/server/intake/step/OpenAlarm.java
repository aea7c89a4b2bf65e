package io.shedwatch.server.intake.step;

import io.shedwatch.server.alert.AlertRaised;

/**
 * An edge alarm that was raised and not cleared.
 *
 * @param alarm the edge's id
 * @param rank of the boot that raised it
 * @param seq of the message that raised it
 * @param raised the alert that it is, or would be if it had not joined another
 * @param row the alert that carries it: its own, or the one it joined
 * @param forgotten whether the agent no longer knows it though only a reset may clear it
 */
public record OpenAlarm(
    String alarm, long rank, long seq, AlertRaised raised, String row, boolean forgotten) {

  boolean sameSubject(AlertRaised other) {
    return raised.kind().equals(other.kind()) && raised.socket().equals(other.socket());
  }

  boolean isAfter(long otherRank, long otherSeq) {
    return rank > otherRank || (rank == otherRank && seq > otherSeq);
  }

  boolean holdsRow() {
    return row.equals(raised.alert());
  }

  OpenAlarm inRow(String alert) {
    return new OpenAlarm(alarm, rank, seq, raised, alert, forgotten);
  }

  OpenAlarm forgottenByTheAgent() {
    return new OpenAlarm(alarm, rank, seq, raised, row, true);
  }
}
