package io.shedwatch.contract;

/**
 * Protection and usage limits of one shed, versioned. The defaults are vendor defaults or operator
 * choices, never values of a standard; {@code docs/safety.md} names the evidence of each.
 *
 * @param version grows with each change; confirmed by the agent's next status
 * @param at epoch milliseconds of the change
 * @param maxAmperes Is of the inverse-time curve, A
 * @param timeMultiplier TMS of the inverse-time curve
 * @param maxWatts limit of one socket, W
 * @param shedMaxWatts limit of the whole shed, W
 * @param fullWatts below this a charge is finished, W
 * @param fullHoldSeconds from finished to the cut, s
 * @param removedWatts below this a socket is free, W
 * @param removedHoldSeconds how long below {@code removedWatts}, s
 * @param maxSessionSeconds a session is cut after this, s
 * @param maxCelsius board temperature of the cut, degrees Celsius
 */
public record Limits(
    int version,
    long at,
    double maxAmperes,
    double timeMultiplier,
    double maxWatts,
    double shedMaxWatts,
    double fullWatts,
    int fullHoldSeconds,
    double removedWatts,
    int removedHoldSeconds,
    int maxSessionSeconds,
    double maxCelsius)
    implements FromServer {
  /** What an agent uses before it ever heard a server. */
  public static final Limits DEFAULTS =
      new Limits(0, 0, 5.5, 1.0, 600, 6_000, 15, 7_200, 0.5, 120, 43_200, 75);

  @Override
  public Channel channel() {
    return Channel.LIMITS;
  }
}
