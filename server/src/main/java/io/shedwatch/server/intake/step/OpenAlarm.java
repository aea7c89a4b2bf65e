package io.shedwatch.server.intake.step;

import io.shedwatch.server.alert.AlertRaised;
import java.util.Optional;

/**
 * An edge alarm whose alert is active.
 *
 * @param alarm the edge's id
 * @param rank of the boot that raised it
 * @param seq of the message that raised it
 * @param raised the alert that it is, or would be if it had not joined another
 * @param row the alert that carries it: its own, or the one it joined
 * @param forgotten whether the agent no longer knows it though only a reset may clear it
 * @param end where it ended, while another alarm still carries its alert
 */
public record OpenAlarm(
    String alarm,
    long rank,
    long seq,
    AlertRaised raised,
    String row,
    boolean forgotten,
    Optional<End> end) {

  /**
   * The end of an alarm.
   *
   * @param rank of the boot that cleared it
   * @param seq of the message that cleared it
   * @param at epoch milliseconds at the place
   * @param why empty where the agent said so itself
   */
  public record End(long rank, long seq, long at, String why) {}

  boolean sameSubject(AlertRaised other) {
    return raised.kind().equals(other.kind()) && raised.socket().equals(other.socket());
  }

  boolean isAfter(long otherRank, long otherSeq) {
    return rank > otherRank || (rank == otherRank && seq > otherSeq);
  }

  /** Whether this was raised after that one ended. */
  boolean isAfterTheEndOf(OpenAlarm other) {
    return other.end.isPresent() && isAfter(other.end.get().rank(), other.end.get().seq());
  }

  boolean isActive() {
    return end.isEmpty();
  }

  OpenAlarm inRow(String alert) {
    return new OpenAlarm(alarm, rank, seq, raised, alert, forgotten, end);
  }

  OpenAlarm ofRank(long newRank) {
    return new OpenAlarm(alarm, newRank, seq, raised, row, forgotten, end);
  }

  OpenAlarm ended(End newEnd) {
    return new OpenAlarm(alarm, rank, seq, raised, row, forgotten, Optional.of(newEnd));
  }

  OpenAlarm forgottenByTheAgent() {
    return new OpenAlarm(alarm, rank, seq, raised, row, true, end);
  }
}
