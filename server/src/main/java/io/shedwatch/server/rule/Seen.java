package io.shedwatch.server.rule;

import io.shedwatch.contract.Usage;

/**
 * What a socket rule looks at.
 *
 * @param watts {@code NaN}: not measured
 * @param at epoch milliseconds at the place
 */
record Seen(Usage usage, double watts, long at) {
  boolean above(double limitWatts) {
    return watts > limitWatts; // NaN is above nothing.
  }
}
