package io.shedwatch.contract;

/**
 * Short plain decimals, such as meters write, to and from characters: no string, no big number.
 *
 * <p>A decimal of at most 15 digits is an integer below 2^53 over a power of ten up to 10^22, and
 * both are exact doubles, so that one division rounds correctly (the fast path of D. Gay's strtod,
 * 1990).
 */
final class Decimals {
  /** What {@link #parseWhole} gives for a number of more than 18 digits. */
  static final long TOO_LONG = Long.MIN_VALUE;

  /** Longest output: sign, 18 digits, point. */
  static final int MAX_CHARS = 24;

  private static final int MAX_EXACT_DIGITS = 15;
  private static final int MAX_LONG_DIGITS = 18;
  private static final long MAX_EXACT = 1L << 53;

  /** Beyond this {@code value * 1000} is no exact integer any more. */
  private static final double MAX_SHORT = 1e12;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private Decimals() {}

  /**
   * The number that a JSON number token spells, or {@code NaN} when it is too long for the exact
   * way, has an exponent or is no plain decimal. (That there is at most one point, and a digit on
   * both sides of it, is the tokenizer's word.)
   */
  static double parse(char[] buffer, int offset, int length) {
    int end = offset + length;
    boolean negative = buffer[offset] == '-';
    int begin = negative ? offset + 1 : offset;
    if (end - begin > MAX_EXACT_DIGITS + 1) {
      return Double.NaN;
    }
    long mantissa = 0;
    int pointAt = -1;
    for (int i = begin; i < end; i++) {
      char c = buffer[i];
      if (c >= '0' && c <= '9') {
        mantissa = mantissa * 10 + (c - '0');
      } else if (c == '.') {
        pointAt = i;
      } else {
        return Double.NaN;
      }
    }
    if (mantissa > MAX_EXACT) {
      return Double.NaN;
    }
    double value = pointAt < 0 ? mantissa : mantissa / POWERS_OF_TEN[end - 1 - pointAt];
    return negative ? 0 - value : value; // 0 - 0 is 0, where -0 would be another number.
  }

  /** The whole number that a JSON integer token spells, or {@link #TOO_LONG}. */
  static long parseWhole(char[] buffer, int offset, int length) {
    int end = offset + length;
    int i = offset;
    boolean negative = buffer[i] == '-';
    if (negative) {
      i++;
    }
    if (end - i > MAX_LONG_DIGITS) {
      return TOO_LONG;
    }
    long value = 0;
    for (; i < end; i++) {
      value = value * 10 + (buffer[i] - '0');
    }
    return negative ? -value : value;
  }

  /** Whether {@link #write} can spell the number. */
  static boolean isShort(double value) {
    return Math.abs(value) < MAX_SHORT;
  }

  /**
   * Writes {@code value} rounded to at most {@code places} decimals (0 to 3), without trailing
   * zeros, to the end of {@code buffer}; returns where it begins.
   */
  static int write(double value, int places, char[] buffer) {
    long scaled = Math.round(Math.abs(value) * POWERS_OF_TEN[places]);
    boolean negative = value < 0 && scaled != 0;
    int left = places;
    while (left > 0 && scaled % 10 == 0) {
      scaled /= 10;
      left--;
    }
    int at = buffer.length;
    if (left > 0) {
      for (int i = 0; i < left; i++) {
        buffer[--at] = (char) ('0' + scaled % 10);
        scaled /= 10;
      }
      buffer[--at] = '.';
    }
    do {
      buffer[--at] = (char) ('0' + scaled % 10);
      scaled /= 10;
    } while (scaled > 0);
    if (negative) {
      buffer[--at] = '-';
    }
    return at;
  }
}
