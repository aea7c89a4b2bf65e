package io.shedwatch.simulation.town;

/** Something plugged in: knows how long it has been under current, and what it draws now. */
final class Load {
  private final ChargeCurve curve;
  private final double powerFactor;
  private double poweredSeconds;

  private Load(ChargeCurve curve, double powerFactor) {
    this.curve = curve;
    this.powerFactor = powerFactor;
  }

  static Load charger(Pack pack, double stateOfCharge) {
    return new Load(pack.from(stateOfCharge), pack.powerFactor());
  }

  /** A resistive load that switches itself off: a kettle boils for some minutes. */
  static Load kettle(double watts, double seconds) {
    // A taper so short that the water's boiling looks like a switch.
    return new Load(new ChargeCurve(watts, 0, seconds, watts, 0.2, watts / 2, 0), 1.0);
  }

  double watts() {
    return curve.watts(poweredSeconds);
  }

  double apparentVoltAmperes() {
    return watts() / powerFactor;
  }

  void advance(double seconds) {
    poweredSeconds += seconds;
  }

  /** Energy taken so far, Wh. */
  double wattHours() {
    return curve.wattHours(poweredSeconds);
  }
}
