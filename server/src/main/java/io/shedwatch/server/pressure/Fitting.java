package io.shedwatch.server.pressure;

/**
 * Expectation and maximisation in turn (Dempster, Laird and Rubin, 1977): share each arrival among
 * the groups it may have come from, and between first and repeated attempts; then set each factor
 * of the rate to arrivals over exposure, one block after the other. Not thread-safe.
 */
final class Fitting {
  /** Shares of people who look again after so many half hours: 20 to 120 min, as habit has it. */
  private static final double[] LOOKS_AGAIN = {0.2, 0.27, 0.27, 0.26};

  /** It moves little from round to round, and costs most. */
  private static final int CROWD_EVERY = 3;

  private static final double MOST_WANDER = 0.6;
  private static final double MOST_AGAIN = 0.9;
  private static final double HOUR_MILLIS = 3_600_000.0;

  private final Evidence evidence;
  private final Model model;
  private final double[] dayWeights;
  private final GroupWeights weights;
  private final DayLevels levels;
  private final Crowding crowding;
  private Rhythm rhythm = new Rhythm();
  private double wander = 0.1;
  private double again;
  private final double[] retry;
  private final double[] tries;
  private final double[] lost;
  private double logLikelihood;

  /**
   * @param dayWeights how often each day of the evidence counts
   */
  Fitting(Evidence evidence, Model model, double[] dayWeights) {
    this.evidence = evidence;
    this.model = model;
    this.dayWeights = dayWeights;
    int cells = evidence.freeHours.length;
    weights = new GroupWeights(evidence.map, model.weights());
    levels = new DayLevels(dayWeights);
    crowding = new Crowding(evidence, model.kappa());
    retry = new double[model.retries() ? cells : 0];
    tries = new double[model.retries() ? cells : 0];
    lost = new double[cells];
    again = model.retries() ? 0.2 : 0;
    flatStart();
  }

  private void flatStart() {
    double arrivals = 0;
    for (int slot : evidence.arrivalSlot) {
      arrivals += dayWeights[evidence.day(slot)];
    }
    rhythm.scale((arrivals + 1) / (expose().expected() + 1));
  }

  /** Starts from what another fit of the same evidence found. */
  Fitting startFrom(Fitting other) {
    weights.startFrom(other.weights);
    levels.startFrom(other.levels);
    rhythm = other.rhythm.copy();
    wander = other.wander;
    again = model.retries() ? other.again : 0;
    crowding.count(other.lost);
    return this;
  }

  Fitting run(int rounds) {
    for (int round = 0; round < rounds; round++) {
      expectLost();
      if (round % CROWD_EVERY == 0) {
        crowding.count(lost);
      }
      step();
    }
    expectLost();
    return this;
  }

  /** First attempts per hour. */
  private double rate(int slot, int group) {
    return weights.of(group)
        * rhythm.at(evidence.clock.slotOfWeek(slot))
        * levels.of(evidence.day(slot))
        * crowding.factor(slot * evidence.groups + group);
  }

  /** Arrivals shared out. */
  private final class Shares {
    final double[] ofGroup = new double[evidence.groups];
    final double[] ofSlot = new double[WeekClock.SLOTS_A_WEEK];
    final double[] ofDay = new double[evidence.clock.days()];
    double firsts;
    double repeated;
    double wandered;
    double logarithms;

    void add(int arrival) {
      int slot = evidence.arrivalSlot[arrival];
      int day = evidence.day(slot);
      double times = dayWeights[day];
      int from = evidence.candidatesFrom[arrival];
      int until = evidence.candidatesFrom[arrival + 1];
      int slotOfWeek = evidence.clock.slotOfWeek(slot);
      double common = rhythm.at(slotOfWeek) * levels.of(day);
      double total = 0;
      for (int i = from; i < until; i++) {
        total += first(i, slot, common) + repeated(i, slot);
      }
      if (total <= 0 || times == 0) {
        return;
      }
      double first = 0;
      for (int i = from; i < until; i++) {
        double here = times * first(i, slot, common) / total;
        first += here;
        ofGroup[evidence.candidateGroup[i]] += here;
        double chosen = chosen(i);
        wandered += chosen > 0 ? here * wander * evidence.wandering[i] / chosen : 0;
      }
      firsts += first;
      repeated += times - first;
      ofSlot[slotOfWeek] += first;
      ofDay[day] += first;
      logarithms += times * Math.log(total);
    }

    private double first(int candidate, int slot, double common) {
      int group = evidence.candidateGroup[candidate];
      return weights.of(group)
          * common
          * crowding.factor(slot * evidence.groups + group)
          * chosen(candidate);
    }

    private double repeated(int candidate, int slot) {
      return model.retries()
          ? retry[slot * evidence.groups + evidence.candidateGroup[candidate]] * chosen(candidate)
          : 0;
    }

    private double chosen(int candidate) {
      return (1 - wander) * evidence.nearest[candidate] + wander * evidence.wandering[candidate];
    }
  }

  private void step() {
    Shares shares = new Shares();
    for (int arrival = 0; arrival < evidence.arrivals(); arrival++) {
      shares.add(arrival);
    }
    Exposure exposure = expose();
    logLikelihood = shares.logarithms - exposure.expected();
    if (model.weights() == Model.Weights.SEEN) {
      rhythm.scale(weights.improve(shares.ofGroup, exposure.ofGroup));
      exposure = expose();
    }
    if (model.dayLevels()) {
      logLikelihood += levels.marginal(shares.ofDay, exposure.ofDay);
      rhythm.scale(levels.improve(shares.ofDay, exposure.ofDay));
      exposure = expose();
    }
    rhythm.improve(shares.ofSlot, exposure.ofSlot);
    wander = Math.min(MOST_WANDER, (shares.wandered + 1) / (shares.firsts + 10));
    if (model.retries()) {
      again = Math.min(MOST_AGAIN, again * (shares.repeated + 0.2) / (exposure.repeated + 1));
    }
  }

  /** Arrivals expected by what they are divided by, that factor itself left out. */
  private final class Exposure {
    final double[] ofGroup = new double[evidence.groups];
    final double[] ofSlot = new double[WeekClock.SLOTS_A_WEEK];
    final double[] ofDay = new double[evidence.clock.days()];
    double firsts;
    double repeated;

    void add(int slot, double times) {
      int day = evidence.day(slot);
      int slotOfWeek = evidence.clock.slotOfWeek(slot);
      double common = rhythm.at(slotOfWeek);
      double level = levels.of(day);
      double inSlot = 0;
      for (int group = 0; group < evidence.groups; group++) {
        int cell = slot * evidence.groups + group;
        double room = times * evidence.freeHours[cell] * crowding.factor(cell);
        ofGroup[group] += weights.size(group) * room * common * level;
        inSlot += weights.of(group) * room;
        repeated += model.retries() ? times * retry[cell] * evidence.freeHours[cell] : 0;
      }
      ofSlot[slotOfWeek] += inSlot * level;
      ofDay[day] += inSlot * common;
      firsts += inSlot * common * level;
    }

    double expected() {
      return firsts + repeated;
    }
  }

  private Exposure expose() {
    Exposure exposure = new Exposure();
    for (int slot = 0; slot < evidence.clock.slots(); slot++) {
      double times = dayWeights[evidence.day(slot)];
      if (times > 0) {
        exposure.add(slot, times);
      }
    }
    return exposure;
  }

  /** Expected first attempts that found nothing, and who of them is expected back when. */
  private void expectLost() {
    int groups = evidence.groups;
    for (int slot = 0; slot < evidence.clock.slots(); slot++) {
      double hours = (evidence.clock.end(slot) - evidence.clock.start(slot)) / HOUR_MILLIS;
      for (int group = 0; group < groups; group++) {
        int cell = slot * groups + group;
        lost[cell] =
            evidence.blockedHours[cell] > 0 ? rate(slot, group) * evidence.blockedHours[cell] : 0;
        if (model.retries()) {
          double back = 0;
          for (int lag = 1; lag <= LOOKS_AGAIN.length && lag <= slot; lag++) {
            back += LOOKS_AGAIN[lag - 1] * tries[cell - lag * groups];
          }
          retry[cell] = again * back / hours;
          tries[cell] = lost[cell] + retry[cell] * evidence.blockedHours[cell];
        }
      }
    }
  }

  /**
   * Expected first attempts that found nothing, by cell; where it is not known whether the sheds
   * were full, as often as they are at that hour.
   */
  double[] turnedAway() {
    double[] all = lost.clone();
    double[] blocked = new double[evidence.groups * WeekClock.SLOTS_A_DAY];
    double[] known = new double[blocked.length];
    for (int cell = 0; cell < all.length; cell++) {
      int usual = cell % blocked.length;
      blocked[usual] += evidence.blockedHours[cell];
      known[usual] += evidence.blockedHours[cell] + evidence.freeHours[cell];
    }
    for (int cell = 0; cell < all.length; cell++) {
      int usual = cell % blocked.length;
      if (evidence.darkHours[cell] > 0 && known[usual] > 0) {
        all[cell] +=
            rate(cell / evidence.groups, cell % evidence.groups)
                * evidence.darkHours[cell]
                * blocked[usual]
                / known[usual];
      }
    }
    return all;
  }

  /** First attempts expected by cell if nobody were turned away unseen, per hour. */
  double[] demand() {
    double[] demand = new double[evidence.freeHours.length];
    for (int cell = 0; cell < demand.length; cell++) {
      demand[cell] = rate(cell / evidence.groups, cell % evidence.groups);
    }
    return demand;
  }

  Model model() {
    return model;
  }

  double logLikelihood() {
    return logLikelihood;
  }

  GroupWeights weights() {
    return weights;
  }

  DayLevels levels() {
    return levels;
  }

  Rhythm rhythm() {
    return rhythm;
  }

  /** Share of people who look at another shed than the nearest first. */
  double wander() {
    return wander;
  }

  /** Share of the turned away who look again. */
  double again() {
    return again;
  }
}
