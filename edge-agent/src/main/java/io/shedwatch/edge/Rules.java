package io.shedwatch.edge;

import io.shedwatch.contract.Limits;
import io.shedwatch.edge.protect.ProtectionLimits;
import io.shedwatch.edge.usage.UsageLimits;
import java.util.Optional;

/** The limits in force, in the words of the two rooms that use them. */
record Rules(Limits limits, ProtectionLimits protection, UsageLimits usage) {
  static Rules of(Limits limits) {
    return new Rules(limits, ProtectionLimits.of(limits), UsageLimits.of(limits));
  }

  /** Why limits are not applied: a mistake in them must not switch protection off. */
  static Optional<String> whyNot(Limits limits) {
    if (!within(limits.maxAmperes(), 0.1, 100)) {
      return Optional.of("maxAmperes must be 0.1 to 100 A");
    }
    if (!within(limits.timeMultiplier(), 0.05, 10)) {
      return Optional.of("timeMultiplier must be 0.05 to 10");
    }
    if (!within(limits.maxWatts(), 10, 25_000) || !within(limits.shedMaxWatts(), 10, 1_000_000)) {
      return Optional.of("maxWatts must be 10 to 25,000 W, shedMaxWatts 10 to 1,000,000 W");
    }
    if (!within(limits.maxCelsius(), 40, 150)) {
      return Optional.of("maxCelsius must be 40 to 150 degrees");
    }
    if (!within(limits.removedWatts(), 0, 50)
        || !within(limits.fullWatts(), limits.removedWatts(), 500)) {
      return Optional.of("removedWatts must be 0 to 50 W, fullWatts that to 500 W");
    }
    boolean times =
        within(limits.fullHoldSeconds(), 60, 86_400)
            && within(limits.removedHoldSeconds(), 5, 3_600)
            && within(limits.maxSessionSeconds(), 600, 172_800);
    return times
        ? Optional.empty()
        : Optional.of(
            "fullHoldSeconds must be 60 to 86,400, removedHoldSeconds 5 to 3,600,"
                + " maxSessionSeconds 600 to 172,800");
  }

  /** False for {@code NaN}. */
  private static boolean within(double value, double least, double most) {
    return value >= least && value <= most;
  }
}
