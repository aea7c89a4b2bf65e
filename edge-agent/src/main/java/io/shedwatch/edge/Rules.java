package io.shedwatch.edge;

import io.shedwatch.contract.Bounds;
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
    boolean quantities =
        Bounds.MAX_AMPERES.contains(limits.maxAmperes())
            && Bounds.TIME_MULTIPLIER.contains(limits.timeMultiplier())
            && Bounds.MAX_WATTS.contains(limits.maxWatts())
            && Bounds.SHED_MAX_WATTS.contains(limits.shedMaxWatts())
            && Bounds.FULL_WATTS.contains(limits.fullWatts())
            && Bounds.REMOVED_WATTS.contains(limits.removedWatts())
            && Bounds.MAX_CELSIUS.contains(limits.maxCelsius());
    if (!quantities) {
      return Optional.of("a quantity is beyond the contract's bounds: " + limits);
    }
    if (limits.removedWatts() > limits.fullWatts()) {
      return Optional.of("removedWatts is above fullWatts");
    }
    boolean times =
        limits.fullHoldSeconds() > 0
            && limits.removedHoldSeconds() > 0
            && limits.maxSessionSeconds() > 0;
    return times ? Optional.empty() : Optional.of("a time is not above 0 s");
  }
}
