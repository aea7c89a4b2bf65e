package io.shedwatch.server.readings;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** What must be remembered of the roll-ups over a kill. Every call is durable on return. */
interface RollUpJournal extends AutoCloseable {
  /**
   * One hour of one socket whose roll-ups are to be made again.
   *
   * @param hour hours since the epoch
   * @param late a reading came late: the next reading's hour is touched too
   */
  record Mark(Scope socket, int hour, boolean late) {}

  /** Remembers marks; a mark that is there already stays, late if it was late in either. */
  void mark(List<Mark> marks) throws IOException;

  /** Forgets marks whose work is done. */
  void done(List<Mark> marks) throws IOException;

  /** All marks. */
  List<Mark> marks() throws IOException;

  /** The start of the first hour whose roll-ups are not finished; empty in a new journal. */
  OptionalLong finishedUntil() throws IOException;

  void finishedUntil(long hourStart) throws IOException;

  @Override
  void close();
}
