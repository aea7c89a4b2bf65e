package io.shedwatch.simulation.town;

/**
 * Mains power of one charge over time: constant current, then an exponential taper, then standby.
 *
 * <p>Anchored on measured traces of 48 V chargers: plateaus of 103 to 111 W that rise by 1 to 4 %,
 * tapers with time constants of 32 to 65 min, an end that is a step (at about 17 W) or a smooth
 * fall, and 0.7 to 6 W of standby for as long as the plug stays in.
 *
 * @param peakWatts power at the end of the plateau, W
 * @param riseShare how much the plateau rises from its begin to its end, 0.01 to 0.08
 * @param plateauSeconds length of the plateau; 0: the charge starts in the taper
 * @param taperFromWatts power at the begin of the taper, W; below {@code peakWatts} only when there
 *     is no plateau
 * @param tauSeconds time constant of the taper, s
 * @param endWatts power at which the charger ends the taper with a step to standby, W; at or below
 *     {@code standbyWatts}: a smooth end
 * @param standbyWatts what a full charger draws, W
 */
public record ChargeCurve(
    double peakWatts,
    double riseShare,
    double plateauSeconds,
    double taperFromWatts,
    double tauSeconds,
    double endWatts,
    double standbyWatts) {

  /** Power after {@code seconds} under current, W. */
  public double watts(double seconds) {
    if (seconds < plateauSeconds) {
      double done = seconds / plateauSeconds;
      return peakWatts * (1 - riseShare * (1 - done));
    }
    double taper = taperFromWatts * Math.exp(-(seconds - plateauSeconds) / tauSeconds);
    if (endsInAStep() && taper <= endWatts) {
      return standbyWatts;
    }
    return Math.max(taper, standbyWatts);
  }

  /** When power falls below {@code fullWatts} for good, in seconds from the begin of the charge. */
  public double secondsUntilBelow(double fullWatts) {
    double end = endsInAStep() ? Math.max(endWatts, fullWatts) : fullWatts;
    if (taperFromWatts <= end) {
      return plateauSeconds;
    }
    return plateauSeconds + tauSeconds * Math.log(taperFromWatts / end);
  }

  /**
   * Energy drawn from the mains in the first {@code seconds}, Wh: the integral of {@link #watts}.
   */
  public double wattHours(double seconds) {
    double plateau = Math.min(seconds, plateauSeconds);
    double joules = 0;
    if (plateau > 0) {
      double meanShare = 1 - riseShare * (1 - plateau / plateauSeconds / 2);
      joules += peakWatts * meanShare * plateau;
    }
    if (seconds > plateauSeconds) {
      double taperEnd = secondsUntilBelow(standbyWatts) - plateauSeconds;
      double taper = Math.min(seconds - plateauSeconds, taperEnd);
      joules += taperFromWatts * tauSeconds * (1 - Math.exp(-taper / tauSeconds));
      joules += Math.max(0, seconds - plateauSeconds - taperEnd) * standbyWatts;
    }
    return joules / 3_600;
  }

  private boolean endsInAStep() {
    return endWatts > standbyWatts;
  }
}
