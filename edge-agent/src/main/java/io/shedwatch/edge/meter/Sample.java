package io.shedwatch.edge.meter;

/**
 * What was measured at one socket at one time. A quantity that is not measured is {@code NaN}.
 *
 * @param at epoch milliseconds at which the answer of the device was complete; {@link #NEVER} while
 *     there was none
 * @param volts RMS, V
 * @param amperes RMS, A, never negative
 * @param watts active power, W, never negative: a socket feeds nothing back, a negative value is a
 *     current transformer that was mounted the wrong way round
 * @param wattHours the meter's counter, Wh
 * @param celsius temperature of the socket's board, degrees Celsius
 */
public record Sample(
    long at,
    double volts,
    double amperes,
    double watts,
    double wattHours,
    double celsius,
    Contacts contacts) {
  /** Earlier than any time. */
  public static final long NEVER = Long.MIN_VALUE;

  /** Of a meter that has not answered yet. */
  public static final Sample NONE =
      new Sample(NEVER, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Contacts.NONE);

  /** Of a meter that measures power only. */
  public static Sample ofWatts(long at, double watts) {
    return new Sample(at, Double.NaN, Double.NaN, watts, Double.NaN, Double.NaN, Contacts.NONE);
  }

  public Sample with(Contacts newContacts) {
    return new Sample(at, volts, amperes, watts, wattHours, celsius, newContacts);
  }
}
