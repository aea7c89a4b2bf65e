package io.shedwatch.simulation.town;

/**
 * A bike's battery together with the charger that came with it.
 *
 * @param capacityWattHours usable capacity, Wh
 * @param efficiency energy into the pack over energy from the mains, 0 to 1
 * @param chargerWatts mains power at the end of the plateau, W
 * @param tauSeconds time constant of the taper, s
 * @param endWatts the charger's own end of charge, W; at or below {@code standbyWatts}: a smooth
 *     end
 * @param powerFactor 0.55 to 0.65 for cheap chargers without correction
 */
public record Pack(
    Chemistry chemistry,
    double capacityWattHours,
    double efficiency,
    double chargerWatts,
    double riseShare,
    double tauSeconds,
    double endWatts,
    double standbyWatts,
    double powerFactor) {

  /** Chemistries in use here; lead-acid tapers longer and wastes more. */
  public enum Chemistry {
    LEAD_ACID,
    LITHIUM
  }

  /**
   * The charge of this pack from a state of charge to full. The taper always delivers the same last
   * part of the energy; what is missing beyond it is the plateau. A pack that misses less than the
   * taper gives starts in the taper.
   *
   * @param stateOfCharge 0 empty to 1 full
   */
  public ChargeCurve from(double stateOfCharge) {
    double missingJoules = (1 - stateOfCharge) * capacityWattHours * 3_600 / efficiency;
    double taperJoules = (chargerWatts - Math.max(endWatts, standbyWatts)) * tauSeconds;
    if (missingJoules >= taperJoules) {
      double meanWatts = chargerWatts * (1 - riseShare / 2);
      double plateauSeconds = (missingJoules - taperJoules) / meanWatts;
      return curve(plateauSeconds, chargerWatts);
    }
    double from = Math.max(endWatts, standbyWatts) + missingJoules / tauSeconds;
    return curve(0, from);
  }

  private ChargeCurve curve(double plateauSeconds, double taperFromWatts) {
    return new ChargeCurve(
        chargerWatts,
        riseShare,
        plateauSeconds,
        taperFromWatts,
        tauSeconds,
        endWatts,
        standbyWatts);
  }

  /** A plausible pack of this community: half of them lead-acid, a few riders with large ones. */
  static Pack draw(Chance chance) {
    double pick = chance.share();
    if (pick < 0.50) {
      double capacity = chance.oneOf(576, 960, 960, 1_200, 1_440);
      double watts = capacity * chance.between(0.13, 0.17);
      return new Pack(
          Chemistry.LEAD_ACID,
          capacity,
          0.78,
          watts,
          chance.between(0.03, 0.08),
          chance.between(45, 65) * 60,
          chance.between(10, 17),
          chance.between(2, 6),
          chance.between(0.55, 0.65));
    }
    boolean rider = pick > 0.95;
    double capacity = rider ? chance.between(1_800, 2_400) : chance.oneOf(480, 624, 672, 960);
    double watts = rider ? chance.between(300, 420) : chance.between(95, 150);
    boolean step = chance.share() < 0.5;
    return new Pack(
        Chemistry.LITHIUM,
        capacity,
        0.88,
        watts,
        chance.between(0.01, 0.05),
        chance.between(32, 45) * 60,
        step ? chance.between(12, 18) : 0,
        chance.between(0.7, 5),
        chance.between(0.55, 0.65));
  }
}
