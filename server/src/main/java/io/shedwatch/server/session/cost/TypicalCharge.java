package io.shedwatch.server.session.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The energy of a usual charge.
 *
 * @param measured whether it is the median of this site's own charges
 */
record TypicalCharge(double wattHours, boolean measured) {
  /** Fewer charges say little of a site. */
  static final int ENOUGH = 50;

  /**
   * An assumption until a site has charges of its own: half of a usual pack of 48 V and 20 Ah
   * (docs/pages.md).
   */
  static final TypicalCharge ASSUMED = new TypicalCharge(500, false);

  static TypicalCharge of(long charges, double medianWattHours) {
    return charges < ENOUGH ? ASSUMED : new TypicalCharge(medianWattHours, true);
  }

  /** Price of such a charge in yuan, to the fen. */
  BigDecimal yuan(BigDecimal yuanPerKilowattHour) {
    return yuanPerKilowattHour
        .multiply(BigDecimal.valueOf(wattHours / 1000))
        .setScale(2, RoundingMode.HALF_UP);
  }
}
