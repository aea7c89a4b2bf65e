package io.shedwatch.server.session;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.Usage;

/**
 * What the next sample is compared with.
 *
 * @param at epoch milliseconds of the newest measurement; 0: none yet
 * @param watts {@code NaN}: not measured
 * @param wattHours the meter's newest counter; {@code NaN}: never measured
 * @param since epoch milliseconds since when the usage holds; 0: unknown
 */
public record LastSample(
    Usage usage, RelayPosition relay, long at, double watts, double wattHours, long since) {
  public static final LastSample NONE =
      new LastSample(Usage.UNKNOWN, RelayPosition.UNTOLD, 0, Double.NaN, Double.NaN, 0);

  /** More power than any socket here can carry: what counters claim beyond it is not energy. */
  private static final double MOST_WATTS = 10_000;

  /** A counter may jump by its own step. */
  private static final double MOST_STEP_WATT_HOURS = 50;

  /** Without a counter, power is believed to have held no longer than this. */
  private static final long LONGEST_HOLD_MILLIS = 10 * 60_000L;

  private static final double MILLIS_PER_HOUR = 3_600_000;

  /**
   * The sample that follows; one that is dated back changes what was said, not what was measured.
   */
  LastSample then(Sample sample) {
    Reading reading = sample.reading();
    long newSince = at != 0 && reading.usage() == usage ? since : sample.at();
    if (sample.at() < at) {
      return new LastSample(reading.usage(), reading.relay(), at, watts, wattHours, newSince);
    }
    double counter = Double.isNaN(reading.wattHours()) ? wattHours : reading.wattHours();
    return new LastSample(
        reading.usage(), reading.relay(), sample.at(), reading.watts(), counter, newSince);
  }

  /**
   * Energy between this sample and the next, Wh: from the counter, which starts again from zero
   * when a meter is reset; without a counter from the power that held.
   */
  double energyUntil(Sample sample) {
    if (at == 0 || sample.at() < at) {
      return 0;
    }
    double hours = (sample.at() - at) / MILLIS_PER_HOUR;
    double counter = sample.reading().wattHours();
    if (!Double.isNaN(wattHours) && !Double.isNaN(counter)) {
      double energy = counter < wattHours ? counter : counter - wattHours;
      return energy <= MOST_WATTS * hours + MOST_STEP_WATT_HOURS ? energy : 0;
    }
    boolean counted = !Double.isNaN(wattHours) || !Double.isNaN(counter);
    if (counted || Double.isNaN(watts)) {
      return 0; // A counter that is silent now tells all of it later.
    }
    return watts * Math.min(hours, LONGEST_HOLD_MILLIS / MILLIS_PER_HOUR);
  }
}
