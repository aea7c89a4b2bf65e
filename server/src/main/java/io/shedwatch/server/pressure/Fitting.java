package io.shedwatch.server.pressure;

/**
 * Expectation and maximisation in turn (Dempster, Laird and Rubin, 1977): share each arrival among
 * the groups it may have come from, and between first and repeated attempts; then set each factor
 * of the rate to arrivals over exposure, one block after the other. Not thread-safe.
 */
final class Fitting {
  /** It moves little from round to round, and costs most. */
  private static final int CROWD_EVERY = 3;

  private static final double MOST_WANDER = 0.6;
  private static final double MOST_AGAIN = 0.9;

  private final Evidence evidence;
  private final Model model;
  private final double[] dayWeights;
  private final GroupWeights weights;
  private final DayLevels levels;
  private final Crowding crowding;
  private final Lost lost;
  private Rhythm rhythm = new Rhythm();
  private double wander = 0.1;
  private double again;

  private double[] logLikelihoodOfDay = new double[0];

  /**
   * @param dayWeights how often each day of the evidence counts
   */
  Fitting(Evidence evidence, Model model, double[] dayWeights) {
    this.evidence = evidence;
    this.model = model;
    this.dayWeights = dayWeights;
    weights = new GroupWeights(evidence.map, model.weights());
    levels = new DayLevels(dayWeights);
    crowding = new Crowding(evidence, model);
    lost = new Lost(evidence);
    again = model.retries() ? 0.2 : 0;
  }

  private void flatStart() {
    double arrivals = 0;
    for (int slot : evidence.arrivalSlot) {
      arrivals += dayWeights[evidence.day(slot)];
    }
    double expected = Rhythm.PRIOR_HOUSEHOLD_HOURS;
    for (double ofDay : exposure().ofDay(rhythm)) {
      expected += ofDay;
    }
    rhythm.scale((arrivals + 1) / expected);
  }

  /** Starts from nothing. */
  Fitting start() {
    crowding.count(lost.firsts());
    flatStart();
    return this;
  }

  /** Starts from what another fit of the same evidence found. */
  Fitting startFrom(Fitting other) {
    weights.startFrom(other.weights);
    levels.startFrom(other.levels);
    rhythm = other.rhythm.copy();
    wander = other.wander;
    again = model.retries() ? other.again : 0;
    crowding.count(other.lost.firsts());
    return this;
  }

  /** Starts from what was found last night. */
  Fitting startFrom(Start start) {
    weights.startFrom(start);
    rhythm = new Rhythm(start.rhythm());
    wander = start.wander();
    again = model.retries() ? start.again() : 0;
    crowding.count(lost.firsts());
    return this;
  }

  Fitting run(int rounds) {
    for (int round = 0; round < rounds; round++) {
      lost.expect(this::rate, again);
      if (round % CROWD_EVERY == 0) {
        crowding.count(lost.firsts());
      }
      step(round == rounds - 1);
    }
    lost.expect(this::rate, again);
    return this;
  }

  /** First attempts per hour. */
  private double rate(int cell) {
    int slot = cell / evidence.groups;
    return weights.of(cell % evidence.groups) * common(slot) * crowding.factor(cell);
  }

  private double common(int slot) {
    return rhythm.at(evidence.clock.slotOfWeek(slot)) * levels.of(evidence.day(slot));
  }

  /** Arrivals shared out. */
  private final class Shares {
    final double[] ofGroup = new double[evidence.groups];
    final double[] ofSlot = new double[WeekClock.SLOTS_A_WEEK];
    final double[] ofDay = new double[evidence.clock.days()];
    final double[] logarithmsOfDay = new double[evidence.clock.days()];
    private final double[] firstOfCandidate = new double[evidence.groups];
    double firsts;
    double repeated;
    double wandered;

    Shares() {
      for (int arrival = 0; arrival < evidence.arrivals(); arrival++) {
        add(arrival);
      }
    }

    private void add(int arrival) {
      int slot = evidence.arrivalSlot[arrival];
      int day = evidence.day(slot);
      double times = dayWeights[day];
      if (times == 0) {
        return;
      }
      int from = evidence.candidatesFrom[arrival];
      int until = evidence.candidatesFrom[arrival + 1];
      double common = common(slot);
      double total = 0;
      for (int i = from; i < until; i++) {
        firstOfCandidate[i - from] = first(i, slot, common);
        total += firstOfCandidate[i - from] + repeated(i);
      }
      if (total <= 0) {
        return;
      }
      double first = 0;
      for (int i = from; i < until; i++) {
        double here = times * firstOfCandidate[i - from] / total;
        first += here;
        ofGroup[evidence.candidateGroup[i]] += here;
        double chosen = chosen(i);
        wandered += chosen > 0 ? here * wander * evidence.wandering[i] / chosen : 0;
      }
      firsts += first;
      repeated += times - first;
      ofSlot[evidence.clock.slotOfWeek(slot)] += first;
      ofDay[day] += first;
      logarithmsOfDay[day] += Math.log(total);
    }

    private double first(int candidate, int slot, double common) {
      int group = evidence.candidateGroup[candidate];
      return weights.of(group)
          * common
          * crowding.factor(slot * evidence.groups + group)
          * chosen(candidate);
    }

    private double repeated(int candidate) {
      return lost.retryOfCandidate(candidate) * chosen(candidate);
    }

    private double chosen(int candidate) {
      return (1 - wander) * evidence.nearest[candidate] + wander * evidence.wandering[candidate];
    }
  }

  private void step(boolean last) {
    Shares shares = new Shares();
    double[] seenAgain = lost.seenAgain();
    if (last) {
      likelihood(shares, exposure().ofDay(rhythm), seenAgain);
    }
    if (model.weights() == Model.Weights.SEEN) {
      rhythm.scale(weights.improve(shares.ofGroup, exposureOfGroups()));
    }
    SlotExposure exposure = exposure();
    if (model.dayLevels()) {
      rhythm.scale(levels.improve(shares.ofDay, exposure.ofDay(rhythm)));
    }
    rhythm.improve(shares.ofSlot, exposure.ofSlot(levels));
    wander = Math.min(MOST_WANDER, (shares.wandered + 1) / (shares.firsts + 10));
    if (model.retries()) {
      double expected = 1;
      for (int day = 0; day < seenAgain.length; day++) {
        expected += dayWeights[day] * seenAgain[day];
      }
      again = Math.min(MOST_AGAIN, again * (shares.repeated + 0.2) / expected);
    }
  }

  private void likelihood(Shares shares, double[] expected, double[] seenAgain) {
    double[] marginal =
        model.dayLevels() ? levels.marginal(shares.ofDay, expected) : new double[expected.length];
    logLikelihoodOfDay = shares.logarithmsOfDay;
    for (int day = 0; day < expected.length; day++) {
      if (dayWeights[day] > 0) {
        logLikelihoodOfDay[day] +=
            marginal[day] - expected[day] / dayWeights[day] * levels.of(day) - seenAgain[day];
      }
    }
  }

  /** Arrivals expected by group at weight 1. */
  private double[] exposureOfGroups() {
    double[] exposure = new double[evidence.groups];
    for (int slot = 0; slot < evidence.clock.slots(); slot++) {
      double times = dayWeights[evidence.day(slot)] * common(slot);
      if (times > 0) {
        crowding.addRoom(slot, times, exposure);
      }
    }
    for (int group = 0; group < exposure.length; group++) {
      exposure[group] *= weights.size(group);
    }
    return exposure;
  }

  private SlotExposure exposure() {
    return new SlotExposure(evidence, crowding, weights, dayWeights);
  }

  /** Expected first attempts that found nothing, by cell. */
  double[] turnedAway() {
    return lost.turnedAway(this::rate);
  }

  /** First attempts expected by cell if nobody were turned away unseen, per hour. */
  double[] demand() {
    double[] demand = new double[evidence.freeHours.length];
    for (int cell = 0; cell < demand.length; cell++) {
      demand[cell] = rate(cell);
    }
    return demand;
  }

  Model model() {
    return model;
  }

  double logLikelihood() {
    return logLikelihood(dayWeights);
  }

  /** As if days had counted otherwise. */
  double logLikelihood(double[] times) {
    double sum = 0;
    for (int day = 0; day < logLikelihoodOfDay.length; day++) {
      sum += times[day] * logLikelihoodOfDay[day];
    }
    return sum;
  }

  GroupWeights weights() {
    return weights;
  }

  /** What the next night may start from. */
  Start found() {
    return new Start(
        model.kappa(), wander, again, weights.alpha(), weights.weights(), rhythm.unknowns());
  }
}
