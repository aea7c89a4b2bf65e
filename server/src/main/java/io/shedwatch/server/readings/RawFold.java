package io.shedwatch.server.readings;

import io.shedwatch.contract.Reading;
import io.shedwatch.server.readings.ReadingStore.Counter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Folds stored raw readings into buckets: for the newest stretch of a chart, and for roll-ups that
 * must be made again because a reading came late. The same fold makes the live roll-ups, so both
 * ways give the same buckets.
 */
final class RawFold {
  /** Takes a bucket of one socket at one of the widths asked for. */
  @FunctionalInterface
  interface Taker {
    void take(int socket, long width, Point point);
  }

  private final ReadingStore store;
  private final Scope scope;
  private final long from;
  private final long to;
  private final long[] widths;
  private final Taker taker;

  private final List<FirstCounter> firstCounters = new ArrayList<>();
  private BucketFold[] folds = {};
  private int socket;
  private boolean counted;

  private record FirstCounter(int socket, long at, double wattHours) {}

  private RawFold(ReadingStore store, Scope scope, long from, long to, long[] widths, Taker taker) {
    this.store = store;
    this.scope = scope;
    this.from = from;
    this.to = to;
    this.widths = widths;
    this.taker = taker;
  }

  /**
   * Gives all buckets that start in {@code from <= at < to}, socket by socket. Buckets that have
   * not ended by {@code now} are given as they stand.
   *
   * @param window from the start of a bucket of each width
   * @return how many raw readings went in
   */
  static int fold(
      ReadingStore store, Scope scope, Window window, long now, long[] widths, Taker taker)
      throws IOException {
    RawFold fold = new RawFold(store, scope, window.from(), window.to(), widths, taker);
    return fold.run(now);
  }

  private int run(long now) throws IOException {
    long hold = BucketFold.HOLD_MILLIS;
    // A value from before the window holds into it, and a counter from after it tells its energy:
    // after its last bucket, which may end later than the window.
    long after = endOfLastBucket() + hold;
    long end = Math.min(now, after);
    int readings = store.raw(scope, from - hold, after, (at, reading) -> take(at, reading, end));
    finish(end);
    for (FirstCounter first : firstCounters) {
      bookEnergyOfGap(first);
    }
    return readings;
  }

  private long endOfLastBucket() {
    long end = to;
    for (long width : widths) {
      end = Math.max(end, Window.floor(to - 1, width) + width);
    }
    return end;
  }

  private void take(long at, Reading reading, long end) {
    if (reading.socket() != socket) {
      finish(end);
      start(reading.socket());
    }
    if (!counted && !Double.isNaN(reading.wattHours())) {
      counted = true;
      if (at >= from) {
        firstCounters.add(new FirstCounter(socket, at, reading.wattHours()));
      }
    }
    for (BucketFold fold : folds) {
      fold.accept(at, reading);
    }
  }

  private void start(int number) {
    socket = number;
    counted = false;
    folds = new BucketFold[widths.length];
    for (int i = 0; i < widths.length; i++) {
      long width = widths[i];
      folds[i] =
          new BucketFold(
              width,
              point -> {
                if (point.at() >= from && point.at() < to) {
                  taker.take(number, width, point);
                }
              });
    }
  }

  private void finish(long end) {
    for (BucketFold fold : folds) {
      fold.hold(end);
      fold.close();
    }
    folds = new BucketFold[0];
  }

  private void bookEnergyOfGap(FirstCounter first) throws IOException {
    Optional<Counter> before =
        store.counterBefore(scope.shed(), first.socket(), from - BucketFold.HOLD_MILLIS);
    if (before.isEmpty()) {
      return;
    }
    Counter counter = before.get();
    double energy =
        BucketFold.energy(counter.at(), counter.wattHours(), first.at(), first.wattHours());
    for (long width : widths) {
      long bucket = Window.floor(first.at(), width);
      if (bucket < to) {
        taker.take(first.socket(), width, Point.ofEnergy(bucket, energy));
      }
    }
  }
}
