package io.shedwatch.server.intake.step;

/**
 * A clear whose raise has not come: messages overtook each other.
 *
 * @param at epoch milliseconds of the clear at the place
 * @param heardAt server's epoch milliseconds
 */
public record EarlyClear(String alarm, long at, long heardAt) {
  /** More are not kept: an alarm whose clear was forgotten stays active until the next birth. */
  public static final int MOST = 64;

  /** Then its raise is not expected any more. */
  public static final long KEPT_MILLIS = 24 * 3_600_000L;
}
