package io.shedwatch.server.command;

import io.shedwatch.contract.Limits;
import io.shedwatch.server.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which limits a person may set. Narrower than what agents believe: these are operator's choices
 * within which the agent still protects, never values of a standard.
 */
final class LimitBounds {
  private final List<String> faults = new ArrayList<>();

  private LimitBounds() {}

  /** What is wrong, in one sentence; empty when all is right. */
  static Optional<String> fault(Limits limits, Site.Shed place) {
    LimitBounds bounds = new LimitBounds();
    bounds.check("maxAmperes", limits.maxAmperes(), 0.5, 32);
    bounds.check("timeMultiplier", limits.timeMultiplier(), 0.05, 10);
    bounds.check("maxWatts", limits.maxWatts(), 50, 7_000);
    bounds.check("shedMaxWatts", limits.shedMaxWatts(), 100, 500_000);
    bounds.check("fullWatts", limits.fullWatts(), 1, 100);
    bounds.check("fullHoldSeconds", limits.fullHoldSeconds(), 0, 86_400);
    bounds.check("removedWatts", limits.removedWatts(), 0.1, 20);
    bounds.check("removedHoldSeconds", limits.removedHoldSeconds(), 10, 3_600);
    bounds.check("maxSessionSeconds", limits.maxSessionSeconds(), 3_600, 172_800);
    bounds.check("maxCelsius", limits.maxCelsius(), 40, 100);
    if (limits.removedWatts() >= limits.fullWatts() || limits.fullWatts() >= limits.maxWatts()) {
      bounds.faults.add("removedWatts < fullWatts < maxWatts");
    }
    if (place.ratedWatts() > 0 && limits.shedMaxWatts() > place.ratedWatts()) {
      bounds.faults.add(
          String.format(
              Locale.ROOT, "shedMaxWatts is at most the shed's rated %.0f W", place.ratedWatts()));
    }
    return bounds.faults.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("; ", bounds.faults) + ".");
  }

  private void check(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      faults.add(String.format(Locale.ROOT, "%s is %s to %s", name, plain(least), plain(most)));
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
