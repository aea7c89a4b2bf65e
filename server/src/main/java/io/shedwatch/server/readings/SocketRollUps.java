package io.shedwatch.server.readings;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.readings.RollUp.Level;
import java.util.BitSet;
import java.util.function.Consumer;

/** The live roll-ups of one socket, and which of its hours must be made again from raw readings. */
final class SocketRollUps {
  static final long HOUR_MILLIS = Level.HOUR.millis();

  /** Agents drop readings older than 60 days (DESIGN 3); what is older still is not rolled up. */
  static final int MAX_AGE_HOURS = 62 * 24;

  /** Clocks run at most a day ahead (DESIGN 3), and a process may run for years: 100 of them. */
  private static final int MAX_AHEAD_HOURS = 100 * 366 * 24;

  private final Scope socket;
  private final int firstHour;
  private final BucketFold minutes;
  private final BucketFold hours;
  private final BitSet late = new BitSet();
  private final BitSet again = new BitSet();
  private Reading newest;

  /**
   * @param now epoch milliseconds when this process first meets the socket
   * @param closed takes live buckets
   */
  SocketRollUps(Scope socket, long now, Consumer<RollUp> closed) {
    this.socket = socket;
    this.newest = unheard(socket.socket());
    this.firstHour = Math.max(0, hour(now) - MAX_AGE_HOURS);
    this.minutes = fold(Level.MINUTE, closed);
    this.hours = fold(Level.HOUR, closed);
  }

  private BucketFold fold(Level level, Consumer<RollUp> closed) {
    return new BucketFold(
        level.millis(),
        point -> closed.accept(new RollUp(socket.shed(), socket.socket(), level, point)));
  }

  private static Reading unheard(int socket) {
    double none = Double.NaN;
    return new Reading(socket, Usage.UNKNOWN, RelayPosition.UNTOLD, none, none, none, none, none);
  }

  /**
   * Takes a stored reading.
   *
   * @param closedUntil hours before are closed: a reading there is late
   * @param marks takes the hours that must be made again and were not marked yet
   */
  void accept(long at, Reading reading, long closedUntil, Consumer<RollUpJournal.Mark> marks) {
    boolean first = minutes.newest() == Long.MIN_VALUE;
    if (!first && at == minutes.newest() && reading.equals(newest)) {
      return; // The same message again.
    }
    if (at < closedUntil || !minutes.takes(at) || !hours.takes(at)) {
      // Its energy spreads back to the reading before, and it holds until the next one.
      mark(hour(at - BucketFold.HOLD_MILLIS), false, marks);
      mark(hour(at), true, marks);
      mark(hour(at + BucketFold.HOLD_MILLIS), false, marks);
      return;
    }
    if (first) {
      // What was before the start of this process is in the store, not in the folds.
      mark(hour(at - BucketFold.HOLD_MILLIS), false, marks);
      mark(hour(at), false, marks);
    }
    minutes.accept(at, reading);
    hours.accept(at, reading);
    newest = reading;
  }

  /** Closes what no reading that is still in order can change. */
  void hold(long until) {
    if (minutes.newest() + BucketFold.HOLD_MILLIS <= until) {
      minutes.hold(until);
      hours.hold(until);
    }
  }

  /** Marks an hour, unless it is marked already or too old. */
  void mark(int hour, boolean isLate, Consumer<RollUpJournal.Mark> marks) {
    int index = hour - firstHour;
    if (index < 0 || index > MAX_AHEAD_HOURS) {
      return;
    }
    boolean known = isLate ? late.get(index) : again.get(index) || late.get(index);
    if (!known) {
      (isLate ? late : again).set(index);
      marks.accept(new RollUpJournal.Mark(socket, hour, isLate));
    }
  }

  /** Takes the marks of hours before {@code beforeHour} out, at most {@code most} of them. */
  int take(int beforeHour, int most, Consumer<RollUpJournal.Mark> taken) {
    int end = beforeHour - firstHour;
    int count = 0;
    for (int index = next(0); index >= 0 && index < end && count < most; index = next(index + 1)) {
      taken.accept(new RollUpJournal.Mark(socket, firstHour + index, late.get(index)));
      late.clear(index);
      again.clear(index);
      count++;
    }
    return count;
  }

  /** Whether the hour is marked. */
  boolean isMarked(int hour) {
    int index = hour - firstHour;
    return index >= 0 && (late.get(index) || again.get(index));
  }

  private int next(int from) {
    int nextLate = late.nextSetBit(from);
    int nextAgain = again.nextSetBit(from);
    if (nextLate < 0 || nextAgain < 0) {
      return Math.max(nextLate, nextAgain);
    }
    return Math.min(nextLate, nextAgain);
  }

  static int hour(long at) {
    return (int) Math.floorDiv(at, HOUR_MILLIS);
  }
}
