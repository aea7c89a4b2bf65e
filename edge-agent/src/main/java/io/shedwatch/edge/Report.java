package io.shedwatch.edge;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.Usage;
import io.shedwatch.edge.meter.Sample;

/**
 * Report by exception: what of one socket was told last, and whether there is something new.
 *
 * @param told the reading last sent
 * @param toldAt epoch milliseconds of it
 */
record Report(Reading told, long toldAt) {
  private static final double WATTS_STEP = 3;
  private static final double AMPERES_STEP = 0.03;
  private static final double SHARE = 0.03;
  private static final long IN_USE_MILLIS = 60_000;
  private static final long IDLE_MILLIS = 300_000;

  /** A message that goes out anyway takes along what would be due within the next third. */
  private static final double ALONG = 2.0 / 3;

  /** Whether this reading must be sent now. */
  boolean due(Reading now, long at) {
    return now.usage() != told.usage()
        || now.relay() != told.relay()
        || moved(now.watts(), told.watts(), WATTS_STEP)
        || moved(now.amperes(), told.amperes(), AMPERES_STEP)
        || at - toldAt >= interval(now.usage());
  }

  /** Whether this reading is worth its bytes in a message that goes out now anyway. */
  boolean rides(Reading now, long at) {
    return at - toldAt >= interval(now.usage()) * ALONG;
  }

  private static long interval(Usage usage) {
    return usage == Usage.CHARGING || usage == Usage.FINISHED ? IN_USE_MILLIS : IDLE_MILLIS;
  }

  private static boolean moved(double now, double told, double step) {
    if (Double.isNaN(now) || Double.isNaN(told)) {
      return Double.isNaN(now) != Double.isNaN(told);
    }
    return Math.abs(now - told) > Math.max(step, Math.abs(told) * SHARE);
  }

  /** The reading of a sample, rounded to what meters resolve: digits cost bytes. */
  static Reading reading(int socket, Usage usage, RelayPosition relay, Sample sample) {
    return new Reading(
        socket,
        usage,
        relay,
        round(sample.volts(), 10),
        round(sample.amperes(), 1_000),
        round(sample.watts(), 10),
        round(sample.wattHours(), 100),
        round(sample.celsius(), 10));
  }

  private static double round(double value, double parts) {
    return Double.isNaN(value) ? value : Math.rint(value * parts) / parts;
  }
}
