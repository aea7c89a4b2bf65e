package io.shedwatch.contract;

/**
 * What is believed of a message; beyond it is rejected as implausible or too large.
 *
 * <p>The ranges are wide on purpose: they tell a broken sensor or a wrong unit from a measurement,
 * they do not judge the measurement. Judging is protection's and the alert rules' work.
 */
public final class Bounds {
  /** Larger bodies are rejected unread. */
  public static final int MAX_BODY_BYTES = 64 * 1024;

  /** Deeper JSON is rejected; our own messages need 3 levels, the rest is for unknown fields. */
  public static final int MAX_NESTING = 32;

  /** No shed has more sockets; a larger number is a mistake of configuration. */
  public static final int MAX_SOCKETS = 256;

  /**
   * Ranges in {@code holds} or {@code dropped}; a message with more is rejected. A sender with more
   * joins neighbouring ranges of {@code holds} across what it declared dropped, and spreads {@code
   * dropped} over several messages.
   */
  public static final int MAX_RANGES = 500;

  /** Ids in {@code open}; a status with more is rejected. */
  public static final int MAX_OPEN_ALARMS = 500;

  /** Longer names of agents and persons are cut. */
  public static final int MAX_NAME_CHARS = 64;

  /** Longer sentences are cut. */
  public static final int MAX_SENTENCE_CHARS = 200;

  /**
   * Epoch milliseconds of the end of the year 9999. From 0 to here {@code at} is taken as told; the
   * server flags what is before 2020 or more than a day ahead.
   */
  public static final long MAX_AT = 253_402_300_799_999L;

  /** The largest version of limits, boot number or duration in seconds that is believed. */
  public static final int MAX_COUNT = 1_000_000_000;

  /** Below 0 only by a meter's zero offset; 1 kV is no house. */
  public static final Range VOLTS = new Range(-1, 1_000);

  /** RMS, so below 0 only by a zero offset; a short circuit before the breaker is in here. */
  public static final Range AMPERES = new Range(-1, 1_000);

  /** Negative when a current transformer is mounted the wrong way round. */
  public static final Range WATTS = new Range(-100_000, 100_000);

  /** The widest counter known is that of the SDM meters: 9,999,999.9 kWh. */
  public static final Range WATT_HOURS = new Range(0, 10_000_000_000.0);

  /** Excludes the -127 of an absent DS18B20; includes a burning board. */
  public static final Range CELSIUS = new Range(-60, 500);

  /** An alarm's {@code measured} and {@code limit}, whatever the unit of its kind. */
  public static final Range ALARM_QUANTITY = new Range(-100_000, 1_000_000);

  /** The limits' ranges; a limit beyond them would switch protection off or never let a charge. */
  public static final Range MAX_AMPERES = new Range(0.1, 63);

  public static final Range TIME_MULTIPLIER = new Range(0.001, 100);
  public static final Range MAX_WATTS = new Range(1, 15_000);
  public static final Range SHED_MAX_WATTS = new Range(1, 1_000_000);
  public static final Range FULL_WATTS = new Range(0, 1_000);
  public static final Range REMOVED_WATTS = new Range(0, 1_000);
  public static final Range MAX_CELSIUS = new Range(20, 150);

  /** Contains no number at all. */
  static final Range NOTHING = new Range(Double.NaN, Double.NaN);

  /** Both ends included. */
  public record Range(double min, double max) {
    /** False for a number outside and for {@code NaN}. */
    public boolean contains(double value) {
      return value >= min && value <= max;
    }
  }

  private Bounds() {}
}
