package io.shedwatch.server.forecast;

import java.util.Arrays;

/**
 * The curve of a charge under way: at most one sample a minute since it began. Not thread-safe; the
 * loop that fills it reads it.
 */
public final class Charge {
  /** Longer than the longest session that an agent lets run (12 h); later samples are not kept. */
  private static final int MOST_SAMPLES = 900;

  private static final int FEW_SAMPLES = 16;

  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final double LEAST_GAP_MINUTES = 0.9;

  private final long since;
  private double[] minutes = new double[FEW_SAMPLES];
  private double[] watts = new double[FEW_SAMPLES];
  private int size;

  public Charge(long since) {
    this.since = since;
  }

  /** When it began, epoch milliseconds. */
  public long since() {
    return since;
  }

  /** Takes a sample; one that is not newer, too near to the last, or without power is left out. */
  public void sample(long at, double newWatts) {
    double minute = (at - since) / MILLIS_PER_MINUTE;
    boolean near = size > 0 && minute - minutes[size - 1] < LEAST_GAP_MINUTES;
    if (Double.isNaN(newWatts) || minute < 0 || near || size == MOST_SAMPLES) {
      return;
    }
    if (size == minutes.length) {
      minutes = Arrays.copyOf(minutes, 2 * size);
      watts = Arrays.copyOf(watts, 2 * size);
    }
    minutes[size] = minute;
    watts[size] = newWatts;
    size++;
  }

  int size() {
    return size;
  }

  /** Minutes since the beginning. */
  double minute(int sample) {
    return minutes[sample];
  }

  double watts(int sample) {
    return watts[sample];
  }

  double elapsedMinutes(long now) {
    return Math.max(0, (now - since) / MILLIS_PER_MINUTE);
  }
}
