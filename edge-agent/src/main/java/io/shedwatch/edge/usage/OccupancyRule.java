package io.shedwatch.edge.usage;

import io.shedwatch.edge.meter.Contact;
import io.shedwatch.edge.usage.Occupancy.Charging;
import io.shedwatch.edge.usage.Occupancy.Cut;
import io.shedwatch.edge.usage.Occupancy.Finished;
import io.shedwatch.edge.usage.Occupancy.Free;
import io.shedwatch.edge.usage.Occupancy.Probe;

/** From sample to sample: who is plugged in. */
final class OccupancyRule {
  /**
   * One sample.
   *
   * @param at epoch milliseconds
   * @param watts {@code NaN}: not measured
   * @param powered whether the relay is known to be closed, or says nothing
   */
  record Seen(long at, double watts, Contact plug, boolean powered) {}

  private final UsageLimits limits;

  OccupancyRule(UsageLimits limits) {
    this.limits = limits;
  }

  Occupancy next(Occupancy before, Seen seen) {
    if (before instanceof Free free) {
      return fromFree(free, seen);
    }
    if (seen.plug() == Contact.OFF) {
      return Free.QUIET;
    }
    if (before instanceof Charging charging) {
      return fromCharging(charging, seen);
    }
    Finished finished = (Finished) before;
    return finished.cut() == Cut.NONE ? fromFinished(finished, seen) : fromCut(finished, seen);
  }

  /** A load of the size of a charger starts a session at once, a small one in two samples. */
  private Occupancy fromFree(Free free, Seen seen) {
    boolean small = seen.watts() < limits.fullWatts();
    if (seen.plug() == Contact.ON) {
      return new Charging(seen.at(), true, Run.NONE.next(small, seen.at()), Run.NONE);
    }
    if (Double.isNaN(seen.watts())) {
      return free;
    }
    Run load = free.load().next(seen.watts() >= limits.removedWatts(), seen.at());
    if (load.samples() >= 2 || !small) {
      return new Charging(load.since(), true, small ? load : Run.NONE, Run.NONE);
    }
    return load.samples() == 0 ? Free.QUIET : new Free(load);
  }

  private Occupancy fromCharging(Charging charging, Seen seen) {
    if (seen.at() - charging.startedAt() >= limits.maxSessionMillis()) {
      return Finished.at(charging.startedAt(), seen.at()).cut(Cut.TIME, seen.at());
    }
    if (Double.isNaN(seen.watts())) {
      return charging;
    }
    boolean quiet = seen.watts() < limits.removedWatts();
    Run removed = charging.removed().next(quiet && seen.plug() != Contact.ON, seen.at());
    Run full = charging.full().next(seen.watts() < limits.fullWatts(), seen.at());
    boolean loaded = charging.loaded() || !quiet;
    long patience = loaded ? limits.removedHoldMillis() : UsageLimits.NO_LOAD_MILLIS;
    if (removed.lasted(seen.at(), patience)) {
      return Free.QUIET;
    }
    if (loaded && full.lasted(seen.at(), UsageLimits.FULL_CONFIRM_MILLIS)) {
      return new Finished(
          charging.startedAt(), full.since(), Cut.NONE, removed, Run.NONE, Probe.NONE);
    }
    return new Charging(charging.startedAt(), loaded, full, removed);
  }

  private Occupancy fromFinished(Finished finished, Seen seen) {
    if (seen.at() - finished.finishedAt() >= limits.fullHoldMillis()) {
      return finished.cut(Cut.FULL, seen.at());
    }
    if (seen.at() - finished.startedAt() >= limits.maxSessionMillis()) {
      return finished.cut(Cut.TIME, seen.at());
    }
    if (Double.isNaN(seen.watts())) {
      return finished;
    }
    boolean quiet = seen.watts() < limits.removedWatts() && seen.plug() != Contact.ON;
    Run removed = finished.removed().next(quiet, seen.at());
    Run load = finished.load().next(seen.watts() >= limits.fullWatts(), seen.at());
    if (removed.lasted(seen.at(), limits.removedHoldMillis())) {
      return Free.QUIET;
    }
    if (load.lasted(seen.at(), UsageLimits.RESUME_MILLIS)) {
      return Charging.from(finished.startedAt());
    }
    return new Finished(
        finished.startedAt(), finished.finishedAt(), Cut.NONE, removed, load, Probe.NONE);
  }

  private Occupancy fromCut(Finished finished, Seen seen) {
    Probe probe = finished.probe();
    if (!probe.running()) {
      return seen.at() >= probe.next() ? finished.with(new Probe(seen.at(), true, 0)) : finished;
    }
    long elapsed = seen.at() - probe.next();
    boolean counts =
        seen.powered() && elapsed >= UsageLimits.PROBE_SETTLE_MILLIS && !Double.isNaN(seen.watts());
    if (counts && seen.watts() >= limits.removedWatts()) {
      return finished.with(Probe.waitingFrom(seen.at()));
    }
    int quiet = probe.quiet() + (counts ? 1 : 0);
    if (quiet >= 2 && elapsed >= UsageLimits.PROBE_MILLIS && seen.plug() != Contact.ON) {
      return Free.QUIET;
    }
    return elapsed >= UsageLimits.PROBE_MOST_MILLIS
        ? finished.with(Probe.waitingFrom(seen.at()))
        : finished.with(new Probe(probe.next(), true, quiet));
  }

  /** When the usage that {@code after} shows began, where that lies before this sample. */
  static long began(Occupancy before, Occupancy after, long at) {
    if (after instanceof Finished finished && finished.cut() == Cut.NONE) {
      return finished.finishedAt();
    }
    if (after instanceof Charging charging && before instanceof Free) {
      return charging.startedAt();
    }
    if (after instanceof Free && before instanceof Charging charging) {
      return charging.removed().samples() > 0 ? charging.removed().since() : at;
    }
    if (after instanceof Free && before instanceof Finished finished) {
      return finished.removed().samples() > 0 ? finished.removed().since() : at;
    }
    return at;
  }
}
