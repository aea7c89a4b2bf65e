package io.shedwatch.edge.protect;

import io.shedwatch.contract.Limits;

/**
 * Limits and delays of protection. What is not in the contract's limits is an operator's choice;
 * {@code docs/safety.md} names the evidence of each.
 *
 * @param maxAmperes Is of the inverse-time curve, A
 * @param timeMultiplier TMS of the inverse-time curves
 * @param maxWatts of one socket, W
 * @param shedMaxWatts of the shed, W
 * @param warnCelsius board temperature that is logged, degrees Celsius
 * @param alarmCelsius board temperature of the alarm, degrees Celsius
 * @param maxCelsius board temperature of the cut, degrees Celsius
 */
public record ProtectionLimits(
    double maxAmperes,
    double timeMultiplier,
    double maxWatts,
    double shedMaxWatts,
    double warnCelsius,
    double alarmCelsius,
    double maxCelsius) {
  /** 220 V less 10 %; operator choice. */
  public static final double MIN_VOLTS = 198;

  /** 220 V and 7 %; operator choice. */
  public static final double MAX_VOLTS = 235.4;

  private static final double ALARM_BELOW_CUT = 10;
  private static final double WARN_BELOW_CUT = 15;

  /** The alarm and the warning keep their distance to the cut: 75, 65 and 60 by default. */
  public static ProtectionLimits of(Limits limits) {
    return new ProtectionLimits(
        limits.maxAmperes(),
        limits.timeMultiplier(),
        limits.maxWatts(),
        limits.shedMaxWatts(),
        limits.maxCelsius() - WARN_BELOW_CUT,
        limits.maxCelsius() - ALARM_BELOW_CUT,
        limits.maxCelsius());
  }
}
