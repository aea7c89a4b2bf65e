package io.shedwatch.contract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The faster clock of demos and tests: {@code SHEDWATCH_CLOCK=<startMillis>@<factor>}.
 *
 * <p>Agents and server compute the same time without talking, because the setting and the machine's
 * clock are all that goes in: the scaled clock shows {@code startMillis} when real time is {@code
 * startMillis}, and runs {@code factor} times as fast from there.
 *
 * @param startMillis epoch milliseconds at which scaled and real time agree
 * @param factor scaled milliseconds per real millisecond, {@value #MIN_FACTOR} to {@value
 *     #MAX_FACTOR}
 */
public record ScaledTime(long startMillis, double factor) {
  /** Slower than this nobody waits for. */
  public static final double MIN_FACTOR = 0.001;

  /** Faster than this a 1 Hz sample would take under 0.1 ms: no machine follows. */
  public static final double MAX_FACTOR = 10_000;

  /** Real time itself. */
  public static final ScaledTime REAL = new ScaledTime(0, 1);

  private static final Pattern SETTING = Pattern.compile("(\\d{1,15})@(\\d{1,9}(?:\\.\\d{1,9})?)");

  /**
   * @throws IllegalArgumentException if the factor is out of bounds or the start is before 1970
   */
  public ScaledTime {
    if (startMillis < 0) {
      throw new IllegalArgumentException(
          "the clock's start must not be before 1970: " + startMillis);
    }
    if (!(factor >= MIN_FACTOR && factor <= MAX_FACTOR)) {
      throw new IllegalArgumentException(
          "the clock's factor must be " + MIN_FACTOR + " to " + MAX_FACTOR + ": " + factor);
    }
  }

  /**
   * Reads {@code <startMillis>@<factor>}, for example {@code 1767225600000@60}.
   *
   * @throws IllegalArgumentException with a sentence that shows the expected form
   */
  public static ScaledTime parse(String setting) {
    Matcher parts = SETTING.matcher(setting.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "SHEDWATCH_CLOCK must be <startMillis>@<factor>, as in 1767225600000@60, but is: "
              + setting);
    }
    return new ScaledTime(Long.parseLong(parts.group(1)), Double.parseDouble(parts.group(2)));
  }

  /** The scaled time, epoch milliseconds, at the real time {@code realMillis}; never decreasing. */
  public long at(long realMillis) {
    if (isReal()) {
      return realMillis;
    }
    return startMillis + (long) Math.floor((realMillis - startMillis) * factor);
  }

  /**
   * How long a scaled duration takes in reality, milliseconds, rounded up so that a wait is never
   * too short.
   */
  public long realMillisFor(long scaledDuration) {
    return isReal() ? scaledDuration : (long) Math.ceil(scaledDuration / factor);
  }

  /** Whether scaled and real time are the same. */
  public boolean isReal() {
    return factor == 1;
  }

  /** The setting that {@link #parse} reads. */
  public String setting() {
    return startMillis
        + "@"
        + new BigDecimal(factor).round(new MathContext(9)).stripTrailingZeros().toPlainString();
  }
}
