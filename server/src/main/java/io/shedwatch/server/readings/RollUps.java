package io.shedwatch.server.readings;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.ShedId;
import io.shedwatch.server.readings.RollUp.Level;
import io.shedwatch.server.readings.RollUpJournal.Mark;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the one-minute and one-hour roll-ups. Readings in order are folded as they are stored and
 * never read again. An hour of a socket that a late reading touched, or that was open when the
 * process ended, is marked in the journal and made again from raw readings once it is over.
 */
final class RollUps {
  private static final Logger LOG = LoggerFactory.getLogger(RollUps.class);

  /** A reading is in order until so long after its hold; batches and lanes take under a second. */
  static final long GRACE_MILLIS = 60_000;

  /** Most live buckets that wait for the store. Beyond, their hours are marked instead. */
  private static final int MAX_WAITING = 50_000;

  /** Buckets written in one call. */
  private static final int WRITE_AT_ONCE = 5_000;

  /** Marks worked off before the live buckets get their turn again. */
  private static final int MARKS_AT_ONCE = 80;

  private final ReadingStore store;
  private final RollUpJournal journal;
  private final Retention retention;
  private final InstantSource clock;

  // All guarded by this.
  private final Map<ShedId, Map<Integer, SocketRollUps>> sheds = new HashMap<>();
  private List<RollUp> waiting = new ArrayList<>();
  private final List<Mark> newMarks = new ArrayList<>();
  private long closedUntil;

  private volatile long finishedUntil;
  private boolean recovered;

  RollUps(ReadingStore store, RollUpJournal journal, Retention retention, InstantSource clock)
      throws IOException {
    this.store = store;
    this.journal = journal;
    this.retention = retention;
    this.clock = clock;
    OptionalLong before = journal.finishedUntil();
    this.finishedUntil = before.orElse(closing(clock.millis()));
    if (before.isEmpty()) {
      journal.finishedUntil(finishedUntil);
    }
    this.closedUntil = finishedUntil;
  }

  /** The start of the first hour whose roll-ups are not finished. */
  long finishedUntil() {
    return finishedUntil;
  }

  /** How far the finished roll-ups are behind the newest hour that could be, seconds. */
  double behindSeconds() {
    return Math.max(0, closing(clock.millis()) - finishedUntil) / 1000.0;
  }

  /**
   * Takes readings that the store has just taken.
   *
   * @throws IOException when a late reading could not be remembered: store the batch again
   */
  synchronized void stored(List<ShedReadings> batch) throws IOException {
    long now = clock.millis();
    for (ShedReadings message : batch) {
      if (retention.keepsRaw(message.at(), now)) {
        for (Reading reading : message.readings()) {
          socket(message.shed(), reading.socket(), now)
              .accept(message.at(), reading, closedUntil, newMarks::add);
        }
      }
    }
    rememberMarks();
  }

  private SocketRollUps socket(ShedId shed, int number, long now) {
    return sheds
        .computeIfAbsent(shed, id -> new HashMap<>())
        .computeIfAbsent(
            number, it -> new SocketRollUps(Scope.socket(shed, it), now, this::closed));
  }

  private SocketRollUps socket(Scope scope) {
    return socket(scope.shed(), scope.socket(), clock.millis());
  }

  private void closed(RollUp bucket) {
    if (waiting.size() < MAX_WAITING) {
      waiting.add(bucket);
    } else {
      Scope one = Scope.socket(bucket.shed(), bucket.socket());
      socket(one).mark(SocketRollUps.hour(bucket.point().at()), false, newMarks::add);
    }
  }

  private void rememberMarks() throws IOException {
    if (!newMarks.isEmpty()) {
      journal.mark(newMarks);
      newMarks.clear();
    }
  }

  /**
   * Does what is due: called about once a second by one thread.
   *
   * @return whether more is due at once
   * @throws IOException when the store or the journal is away; nothing is lost, call again later
   */
  boolean work() throws IOException {
    recover();
    long now = clock.millis();
    long closing = closing(now);
    closeSilent(now, closing);
    writeWaiting();
    List<Mark> due = takeMarks(SocketRollUps.hour(closing));
    if (!due.isEmpty()) {
      redo(due, now);
      return true;
    }
    if (closing > finishedUntil) {
      journal.finishedUntil(closing);
      finishedUntil = closing;
    }
    return false;
  }

  private static long closing(long now) {
    return Window.floor(now - BucketFold.HOLD_MILLIS - GRACE_MILLIS, SocketRollUps.HOUR_MILLIS);
  }

  private synchronized void closeSilent(long now, long closing) throws IOException {
    closedUntil = Math.max(closedUntil, closing);
    for (Map<Integer, SocketRollUps> shed : sheds.values()) {
      for (SocketRollUps socket : shed.values()) {
        socket.hold(now - GRACE_MILLIS);
      }
    }
    rememberMarks();
  }

  private void writeWaiting() throws IOException {
    List<RollUp> taken;
    synchronized (this) {
      taken = waiting;
      waiting = new ArrayList<>();
    }
    int written = 0;
    try {
      while (written < taken.size()) {
        int end = Math.min(taken.size(), written + WRITE_AT_ONCE);
        store.writeRollUps(taken.subList(written, end));
        written = end;
      }
    } finally {
      if (written < taken.size()) {
        putBack(taken.subList(written, taken.size()));
      }
    }
  }

  private synchronized void putBack(List<RollUp> unwritten) {
    List<RollUp> newer = waiting;
    waiting = new ArrayList<>(unwritten);
    newer.forEach(this::closed);
  }

  private synchronized List<Mark> takeMarks(int beforeHour) {
    List<Mark> due = new ArrayList<>();
    for (Map<Integer, SocketRollUps> shed : sheds.values()) {
      for (SocketRollUps socket : shed.values()) {
        if (due.size() >= MARKS_AT_ONCE) {
          return due;
        }
        socket.take(beforeHour, MARKS_AT_ONCE - due.size(), due::add);
      }
    }
    return due;
  }

  private void redo(List<Mark> due, long now) throws IOException {
    boolean done = false;
    try {
      List<RollUp> buckets = new ArrayList<>();
      for (Mark mark : due) {
        redo(mark, now, buckets);
      }
      store.writeRollUps(buckets);
      done = true;
    } finally {
      afterwards(due, done);
    }
  }

  private void redo(Mark mark, long now, List<RollUp> buckets) throws IOException {
    Scope socket = mark.socket();
    long from = mark.hour() * SocketRollUps.HOUR_MILLIS;
    long to = from + SocketRollUps.HOUR_MILLIS;
    if (!retention.keepsRaw(from - BucketFold.HOLD_MILLIS, now)) {
      return; // Raw readings are being retired: what was made from all of them stays.
    }
    PointMerge minutes = new PointMerge(Level.MINUTE.millis());
    PointMerge hours = new PointMerge(Level.HOUR.millis());
    RawFold.fold(
        store,
        socket,
        new Window(from, to, SocketRollUps.HOUR_MILLIS),
        now,
        new long[] {Level.MINUTE.millis(), Level.HOUR.millis()},
        (number, width, point) ->
            (width == Level.HOUR.millis() ? hours : minutes).add(number, point));
    minutes.points().forEach(it -> buckets.add(rollUp(socket, Level.MINUTE, it)));
    hours.points().forEach(it -> buckets.add(rollUp(socket, Level.HOUR, it)));
    if (mark.late()) {
      touchNext(socket, to);
    }
  }

  private static RollUp rollUp(Scope socket, Level level, Point point) {
    return new RollUp(socket.shed(), socket.socket(), level, point);
  }

  /** The energy of a late reading's gap is booked in the next reading's hour. */
  private void touchNext(Scope socket, long from) throws IOException {
    OptionalLong next = store.nextAt(socket.shed(), socket.socket(), from);
    if (next.isPresent()) {
      synchronized (this) {
        socket(socket).mark(SocketRollUps.hour(next.getAsLong()), false, newMarks::add);
        rememberMarks();
      }
    }
  }

  /** Forgets what is done, unless it was touched again meanwhile; keeps what is not done. */
  private synchronized void afterwards(List<Mark> due, boolean done) throws IOException {
    List<Mark> forget = new ArrayList<>();
    for (Mark mark : due) {
      SocketRollUps one = socket(mark.socket());
      if (!done) {
        one.mark(mark.hour(), mark.late(), known -> {}); // The journal has it still.
      } else if (!one.isMarked(mark.hour())) {
        forget.add(mark);
      }
    }
    if (!forget.isEmpty()) {
      journal.done(forget);
    }
  }

  /** Once, at the start: what a process before this one left unfinished. */
  private void recover() throws IOException {
    if (recovered) {
      return;
    }
    long now = clock.millis();
    List<Mark> unfinished = new ArrayList<>(journal.marks());
    long from =
        Math.max(finishedUntil, now - SocketRollUps.MAX_AGE_HOURS * SocketRollUps.HOUR_MILLIS);
    for (long hour = from; hour <= now; hour += SocketRollUps.HOUR_MILLIS) {
      List<Scope> heard =
          store.heard(hour - BucketFold.HOLD_MILLIS, hour + SocketRollUps.HOUR_MILLIS);
      for (Scope socket : heard) {
        unfinished.add(new Mark(socket, SocketRollUps.hour(hour), false));
      }
    }
    synchronized (this) {
      for (Mark mark : unfinished) {
        socket(mark.socket()).mark(mark.hour(), mark.late(), newMarks::add);
      }
      rememberMarks();
    }
    recovered = true;
    LOG.info("rollups.recovered from={} marks={}", from, unfinished.size());
  }
}
