package io.shedwatch.server.readings;

import io.shedwatch.contract.Reading;
import java.util.function.Consumer;

/**
 * Folds the readings of one socket, in order of time, into buckets of one width.
 *
 * <p>Readings come by exception: a value holds until the next reading, at most {@link
 * #HOLD_MILLIS}. Means are weighted by the time held. Energy is the difference of consecutive
 * counters: spread evenly over the time since the last reading when that is less than the hold,
 * else booked where the later reading lies, since nothing is known of the time between. A counter
 * that fell belongs to a meter that was reset or exchanged: what it counted since is its energy.
 */
final class BucketFold {
  /**
   * An idle socket speaks every 300 s (DESIGN 3); a tenth more allows for a late sample. Shared by
   * all levels, so that they agree.
   */
  static final long HOLD_MILLIS = 330_000;

  /**
   * No socket carries more, W. Counters that differ by more than this allows come from an exchanged
   * meter, and the difference is no energy.
   */
  static final double MAX_WATTS = 10_000;

  private static final double MILLIS_PER_HOUR = 3_600_000;

  private final long width;
  private final Consumer<Point> closed;

  private boolean open;
  private long closedUntil = Long.MIN_VALUE;
  private long start;
  private long heldMillis;
  private double wattMillis;
  private long wattsHeld;
  private double wattsMin;
  private double wattsMax;
  private double ampereMillis;
  private long amperesHeld;
  private double amperesMax;
  private double voltMillis;
  private long voltsHeld;
  private double celsiusMax;
  private double wattHours;

  private boolean heard;
  private long at = Long.MIN_VALUE;
  private double volts;
  private double amperes;
  private double watts;
  private double celsius;
  // Up to here the last reading's values are in the sums.
  private long accounted;
  private boolean counted;
  private long counterAt;
  private double counter;

  /**
   * @param width milliseconds; buckets are aligned to the epoch
   * @param closed takes each bucket once, in order of time, when nothing can be added to it
   */
  BucketFold(long width, Consumer<Point> closed) {
    this.width = width;
    this.closed = closed;
  }

  /** Time of the newest reading, epoch milliseconds; the lowest long before the first. */
  long newest() {
    return at;
  }

  /** Whether a reading of that time still comes in order: no bucket that it touches is closed. */
  boolean takes(long readAt) {
    return readAt > at && readAt >= closedUntil;
  }

  /** Takes the next reading; its time is later than that of the one before. */
  void accept(long readAt, Reading reading) {
    double energy = energySince(readAt, reading.wattHours());
    boolean spread = heard && !Double.isNaN(energy) && readAt - counterAt < HOLD_MILLIS;
    if (heard) {
      advance(readAt, spread ? energy / (readAt - at) : Double.NaN);
    }
    enter(readAt);
    if (!Double.isNaN(energy) && !spread) {
      wattHours = plus(wattHours, energy);
    }
    if (!Double.isNaN(reading.wattHours())) {
      counted = true;
      counterAt = readAt;
      counter = reading.wattHours();
    }
    heard = true;
    at = readAt;
    accounted = readAt;
    volts = reading.volts();
    amperes = reading.amperes();
    watts = reading.watts();
    celsius = reading.celsius();
    extremes();
  }

  /**
   * Lets the newest values hold until {@code until}, but no longer than the hold, and closes each
   * bucket that has ended by then. To be called only when no reading can come that is older.
   */
  void hold(long until) {
    if (heard) {
      advance(Math.min(until, at + HOLD_MILLIS), Double.NaN);
    }
    if (open && start + width <= until) {
      close();
    }
  }

  /** Closes the open bucket as it is. */
  void close() {
    if (open) {
      open = false;
      closedUntil = start + width;
      closed.accept(point());
    }
  }

  private void advance(long until, double wattHoursPerMilli) {
    long heldUntil = Math.min(until, at + HOLD_MILLIS);
    while (accounted < heldUntil) {
      enter(accounted);
      long end = Math.min(heldUntil, start + width);
      holdFor(end - accounted);
      if (!Double.isNaN(wattHoursPerMilli)) {
        wattHours = plus(wattHours, wattHoursPerMilli * (end - accounted));
      }
      accounted = end;
    }
  }

  private void holdFor(long millis) {
    heldMillis += millis;
    if (!Double.isNaN(watts)) {
      wattMillis += watts * millis;
      wattsHeld += millis;
    }
    if (!Double.isNaN(amperes)) {
      ampereMillis += amperes * millis;
      amperesHeld += millis;
    }
    if (!Double.isNaN(volts)) {
      voltMillis += volts * millis;
      voltsHeld += millis;
    }
    extremes();
  }

  private void extremes() {
    wattsMin = Double.isNaN(wattsMin) ? watts : watts < wattsMin ? watts : wattsMin;
    wattsMax = larger(wattsMax, watts);
    amperesMax = larger(amperesMax, amperes);
    celsiusMax = larger(celsiusMax, celsius);
  }

  private double energySince(long readAt, double wattHoursNow) {
    if (!counted || Double.isNaN(wattHoursNow)) {
      return Double.NaN;
    }
    return energy(counterAt, counter, readAt, wattHoursNow);
  }

  /** The energy between two counters of one socket, Wh. */
  static double energy(long fromAt, double from, long toAt, double to) {
    double energy = to >= from ? to - from : to;
    // One watt-hour more, for counters that move in whole watt-hours.
    double possible = MAX_WATTS * (toAt - fromAt) / MILLIS_PER_HOUR + 1;
    return energy <= possible ? energy : 0;
  }

  private void enter(long moment) {
    long bucket = Window.floor(moment, width);
    if (open && bucket == start) {
      return;
    }
    close();
    open = true;
    start = bucket;
    heldMillis = 0;
    wattMillis = 0;
    wattsHeld = 0;
    wattsMin = Double.NaN;
    wattsMax = Double.NaN;
    ampereMillis = 0;
    amperesHeld = 0;
    amperesMax = Double.NaN;
    voltMillis = 0;
    voltsHeld = 0;
    celsiusMax = Double.NaN;
    wattHours = Double.NaN;
  }

  private Point point() {
    return new Point(
        start,
        heldMillis,
        mean(wattMillis, wattsHeld),
        wattsMin,
        wattsMax,
        mean(ampereMillis, amperesHeld),
        amperesMax,
        mean(voltMillis, voltsHeld),
        celsiusMax,
        wattHours);
  }

  private static double mean(double sum, long millis) {
    return millis == 0 ? Double.NaN : sum / millis;
  }

  private static double larger(double one, double other) {
    return Double.isNaN(one) ? other : other > one ? other : one;
  }

  private static double plus(double sum, double more) {
    return Double.isNaN(sum) ? more : sum + more;
  }
}
