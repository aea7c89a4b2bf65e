package io.shedwatch.server.readings;

import io.shedwatch.contract.ShedId;
import io.shedwatch.server.readings.RollUp.Level;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Reads charts from a store: roll-ups as far as they are finished, raw readings for the rest, so
 * that a chart is never behind the board.
 */
final class ReadingCharts implements ReadingHistory {
  /**
   * At most so much of a chart's end is folded from raw readings, milliseconds: about 22,000
   * readings of a socket at 1 Hz. Where roll-ups are further behind, the chart has a hole until
   * they are made.
   */
  static final long MAX_TAIL_MILLIS = 6L * 3_600_000;

  private final ReadingStore store;
  private final LongSupplier rolledUpUntil;
  private final InstantSource clock;

  /**
   * @param rolledUpUntil the start of the first hour whose roll-ups are not finished
   */
  ReadingCharts(ReadingStore store, LongSupplier rolledUpUntil, InstantSource clock) {
    this.store = store;
    this.rolledUpUntil = rolledUpUntil;
    this.clock = clock;
  }

  @Override
  public List<Point> read(ShedId shed, int socket, Window window) throws IOException {
    return read(Scope.socket(shed, socket), window.fitting());
  }

  @Override
  public List<Point> readShed(ShedId shed, Window window) throws IOException {
    return read(Scope.wholeShed(shed), window.fitting());
  }

  private List<Point> read(Scope scope, Window window) throws IOException {
    PointMerge merge = new PointMerge(window.everyMillis());
    for (Level level : List.of(Level.HOUR, Level.MINUTE)) {
      if (window.everyMillis() % level.millis() == 0) {
        rolledUp(scope, level, window, merge);
        return merge.points();
      }
    }
    fold(scope, window, window.everyMillis(), merge);
    return merge.points();
  }

  private void rolledUp(Scope scope, Level level, Window window, PointMerge merge)
      throws IOException {
    long now = clock.millis();
    long tail =
        Math.max(rolledUpUntil.getAsLong(), Window.floor(now - MAX_TAIL_MILLIS, 3_600_000L));
    long border = Math.min(window.to(), Math.max(window.from(), tail));
    if (window.from() < border) {
      store.rollUps(scope, level, window.from(), border, it -> merge.add(it.socket(), it.point()));
    }
    if (border < window.to()) {
      fold(scope, new Window(border, window.to(), level.millis()), level.millis(), merge);
    }
  }

  private void fold(Scope scope, Window window, long width, PointMerge merge) throws IOException {
    RawFold.fold(
        store,
        scope,
        window,
        clock.millis(),
        new long[] {width},
        (socket, every, point) -> merge.add(socket, point));
  }
}
