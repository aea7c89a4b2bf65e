package io.shedwatch.server.pressure;

/**
 * Arrivals expected by slot, with the groups' weights and as often as the day counts, but without
 * the week's rhythm and the day's level.
 */
final class SlotExposure {
  private final Evidence evidence;
  private final double[] inSlot;

  SlotExposure(Evidence evidence, Crowding crowding, GroupWeights weights, double[] dayWeights) {
    this.evidence = evidence;
    inSlot = new double[evidence.clock.slots()];
    double[] sizes = weights.all();
    for (int slot = 0; slot < inSlot.length; slot++) {
      double times = dayWeights[evidence.day(slot)];
      inSlot[slot] = times > 0 ? times * crowding.room(slot, sizes) : 0;
    }
  }

  /** At level 1. */
  double[] ofDay(Rhythm rhythm) {
    double[] exposure = new double[evidence.clock.days()];
    for (int slot = 0; slot < inSlot.length; slot++) {
      exposure[evidence.day(slot)] += inSlot[slot] * rhythm.at(evidence.clock.slotOfWeek(slot));
    }
    return exposure;
  }

  /** By slot of the week, at rhythm 1. */
  double[] ofSlot(DayLevels levels) {
    double[] exposure = new double[WeekClock.SLOTS_A_WEEK];
    for (int slot = 0; slot < inSlot.length; slot++) {
      exposure[evidence.clock.slotOfWeek(slot)] += inSlot[slot] * levels.of(evidence.day(slot));
    }
    return exposure;
  }
}
