package io.shedwatch.server.intake.step;

import io.shedwatch.contract.BootId;

/**
 * A boot that is over: whatever comes from it counts as received.
 *
 * @param firstAt the agent's time in its birth, epoch milliseconds; 0: unknown
 * @param closedAt server's time, epoch milliseconds
 */
public record ClosedBoot(BootId boot, long rank, long firstAt, long closedAt) {
  /** Remembered this long. */
  public static final long REMEMBERED_MILLIS = 90L * 24 * 3_600_000;

  /** At most this many of a shed; the oldest are forgotten first. */
  public static final int MOST = 1_000;
}
