package io.shedwatch.edge.usage;

import io.shedwatch.contract.Limits;

/**
 * When a socket counts as free, finished or cut. {@code docs/safety.md} names the evidence.
 *
 * @param fullWatts below this a charge is finished, W
 * @param fullHoldMillis from finished to the cut
 * @param removedWatts below this nothing is plugged in, W
 * @param removedHoldMillis how long below {@code removedWatts}
 * @param maxSessionMillis from the start to the cut
 */
public record UsageLimits(
    double fullWatts,
    long fullHoldMillis,
    double removedWatts,
    long removedHoldMillis,
    long maxSessionMillis) {
  /** How long below {@code fullWatts} until a charge is finished; and two samples at least. */
  public static final long FULL_CONFIRM_MILLIS = 120_000;

  /** How long a person's switching on waits for a load; vendor default (JUY). */
  public static final long NO_LOAD_MILLIS = 120_000;

  /** How often a cut socket is probed for a bike that has left. */
  public static final long PROBE_EVERY_MILLIS = 600_000;

  /** How long a probe lasts; longer only while a slow meter gave no two samples. */
  public static final long PROBE_MILLIS = 5_000;

  /** A probe without two samples ends here, as occupied. */
  public static final long PROBE_MOST_MILLIS = 60_000;

  /** A meter's window still holds some of the time before the relay closed. */
  public static final long PROBE_SETTLE_MILLIS = 1_000;

  /** How long above {@code fullWatts} until a finished charge goes on; and two samples at least. */
  public static final long RESUME_MILLIS = 10_000;

  private static final long MILLIS = 1_000;

  public static UsageLimits of(Limits limits) {
    return new UsageLimits(
        limits.fullWatts(),
        limits.fullHoldSeconds() * MILLIS,
        limits.removedWatts(),
        limits.removedHoldSeconds() * MILLIS,
        limits.maxSessionSeconds() * MILLIS);
  }
}
