package io.shedwatch.server.intake.step;

import io.shedwatch.contract.Limits;

/**
 * The thresholds of a step; times in milliseconds.
 *
 * @param gapMillis sessions wait this long for a missing message while nothing moves; a boot of
 *     which nobody told where it begins is taken from its first seq heard after the same time
 * @param silentMillis a shed that says nothing for this is offline: three heartbeats
 * @param lostMillis a shed whose connection broke is offline after this
 * @param graceMillis after the server began to listen nobody is declared offline for this
 * @param skewMillis a clock that is off by more is odd
 * @param skewHoldMillis and is an alert after this
 * @param fullWatts below this a charge is finished, W
 */
public record StepRules(
    long gapMillis,
    long silentMillis,
    long lostMillis,
    long graceMillis,
    long skewMillis,
    long skewHoldMillis,
    double fullWatts) {
  public static final StepRules DEFAULTS =
      new StepRules(60_000, 180_000, 30_000, 90_000, 5_000, 60_000, Limits.DEFAULTS.fullWatts());

  /**
   * The same for a clock that runs faster than the network: what the network delays looks longer.
   */
  public StepRules withSkew(long millis) {
    return new StepRules(
        gapMillis, silentMillis, lostMillis, graceMillis, millis, skewHoldMillis, fullWatts);
  }
}
