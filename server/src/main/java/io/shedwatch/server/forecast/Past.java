package io.shedwatch.server.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What past charges say about charges: which took how long, and how long bikes stay. Immutable. */
public final class Past {
  /** So many past charges are compared with one under way; the likest are taken. */
  private static final int MOST_CANDIDATES = 120;

  /** Power rises by some percent, so a past plateau ended a little above what is seen now. */
  private static final double USUAL_ABOVE = 0.02;

  private static final double LIKENESS = 0.025;
  private static final double MOST_RISE = 0.1;
  private static final int FEW = 8;

  /** A charger wakes up at the same power, to this share of it. */
  private static final double SAME_START = 0.003;

  /** A charge whose plateau nobody watched tells less. */
  private static final double UNWATCHED = 0.2;

  /** Anything may be behind a plug. */
  private static final double STRANGE = 1e-3;

  /** A charge in the same shed is more probably the same bike. */
  private static final double SAME_SHED = 6;

  private static final int HALF_HOURS = 48;
  private static final long HALF_HOUR_MILLIS = 1_800_000;
  private static final double MILLIS_PER_MINUTE = 60_000;

  /** With fewer samples in a half hour its neighbours are asked too. */
  private static final int ENOUGH_STAYS = 40;

  /** What is believed of an estate that has no past yet: 2 to 8 hours. */
  private static final List<Candidate> NO_PAST =
      List.of(
          new Candidate(0, 150, 1),
          new Candidate(0, 240, 1),
          new Candidate(0, 330, 1),
          new Candidate(0, 450, 1));

  private final List<PastCharge> byPeak;
  private final double[][] stays;
  private final double[][] lingers;
  private final long offsetMillis;

  /** A past charge: where its plateau ended, how long it took to be full, how alike it is. */
  record Candidate(double endWatts, double minutes, double weight) {}

  /**
   * @param charges any order
   * @param offsetMillis of the site's clock from UTC, for its mornings and evenings
   */
  public Past(List<PastCharge> charges, long offsetMillis) {
    this.offsetMillis = offsetMillis;
    this.byPeak =
        charges.stream()
            .filter(one -> one.finishedAt() > one.startedAt())
            .sorted(Comparator.comparingDouble(PastCharge::peakWatts))
            .toList();
    List<PastCharge> ended = charges.stream().filter(one -> one.endedAt() > 0).toList();
    this.stays =
        byHalfHour(
            ended.stream()
                .map(one -> new long[] {one.startedAt(), one.endedAt() - one.startedAt()})
                .toList());
    this.lingers =
        byHalfHour(
            ended.stream()
                .filter(one -> one.finishedAt() > 0)
                .map(one -> new long[] {one.finishedAt(), one.endedAt() - one.finishedAt()})
                .toList());
  }

  /** How many past charges are known to have been full. */
  int size() {
    return byPeak.size();
  }

  /** Lengths in minutes by the half hour in which they begin, sorted; thin half hours borrow. */
  private double[][] byHalfHour(List<long[]> beginsAndLengths) {
    List<List<Double>> own = new ArrayList<>();
    for (int i = 0; i < HALF_HOURS; i++) {
      own.add(new ArrayList<>());
    }
    for (long[] one : beginsAndLengths) {
      own.get(halfHour(one[0])).add(one[1] / MILLIS_PER_MINUTE);
    }
    double[][] sorted = new double[HALF_HOURS][];
    for (int i = 0; i < HALF_HOURS; i++) {
      List<Double> all = new ArrayList<>(own.get(i));
      for (int away = 1; away <= 4 && all.size() < ENOUGH_STAYS; away++) {
        all.addAll(own.get((i + away) % HALF_HOURS));
        all.addAll(own.get((i - away + HALF_HOURS) % HALF_HOURS));
      }
      sorted[i] = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
    return sorted;
  }

  private int halfHour(long at) {
    return (int) Math.floorMod((at + offsetMillis) / HALF_HOUR_MILLIS, (long) HALF_HOURS);
  }

  /**
   * Past charges that may have been with this charger, the likest first.
   *
   * @param seen what the plateau shows so far; nothing: all are alike
   */
  List<Candidate> like(Optional<Seen> seen, int shed) {
    if (byPeak.isEmpty()) {
      return NO_PAST;
    }
    int from = 0;
    int to = byPeak.size();
    if (seen.isPresent()) {
      double watts = seen.get().nowWatts();
      from = firstAbove(watts * (1 - 2 * LIKENESS));
      to = firstAbove(watts * (1 + MOST_RISE));
      if (to - from < FEW) {
        from = Math.max(0, from - FEW); // Nothing alike: the next best.
        to = Math.min(byPeak.size(), to + FEW);
      }
    }
    // All alike: some of each power, not the weakest chargers alone.
    int step = seen.isPresent() ? 1 : (to - from + MOST_CANDIDATES - 1) / MOST_CANDIDATES;
    List<Candidate> candidates = new ArrayList<>((to - from) / step + 1);
    for (int i = from; i < to; i += step) {
      PastCharge past = byPeak.get(i);
      double likeness = seen.map(one -> one.likeness(past)).orElse(1.0);
      double weight = (past.shed() == shed ? SAME_SHED : 1) * likeness;
      candidates.add(new Candidate(past.endWatts(), past.minutes(), weight));
    }
    candidates.sort(Comparator.comparingDouble(Candidate::weight).reversed());
    return candidates.subList(0, Math.min(MOST_CANDIDATES, candidates.size()));
  }

  /**
   * A plateau under way.
   *
   * @param nowWatts power now, W
   * @param startWatts power when the charger had woken up, W
   * @param startError standard error of that, W
   */
  record Seen(double nowWatts, double startWatts, double startError) {
    private double likeness(PastCharge past) {
      if (past.peakWatts() <= 0) {
        return STRANGE;
      }
      double toGo = Math.log(past.endWatts() / nowWatts);
      double off = (toGo - USUAL_ABOVE) / LIKENESS;
      double byEnd = toGo < -0.006 ? 0 : Math.exp(-off * off / 2);
      if (past.plateau().isEmpty()) {
        return STRANGE + byEnd * UNWATCHED;
      }
      double error = Math.hypot(startError / startWatts, SAME_START);
      double apart = Math.log(past.plateau().get().startWatts() / startWatts) / error;
      return STRANGE + byEnd * Math.exp(-Math.abs(apart)) * Math.min(1, SAME_START / error + 0.1);
    }
  }

  private int firstAbove(double watts) {
    int low = 0;
    int high = byPeak.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (byPeak.get(middle).peakWatts() < watts) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * How long a bike stays that is plugged in at {@code at}, minutes.
   *
   * @param chance 0 to 1: which of the past stays
   */
  double stay(long at, double chance) {
    return pick(stays[halfHour(at)], 0, chance, 300);
  }

  /**
   * How long a bike that is full at {@code at} stays after {@code waited} minutes more, minutes.
   */
  double linger(long at, double waited, double chance) {
    return pick(lingers[halfHour(at)], waited, chance, 120) - waited;
  }

  private static double pick(double[] sorted, double atLeast, double chance, double usual) {
    int from = Arrays.binarySearch(sorted, atLeast);
    from = from < 0 ? -from - 1 : from;
    if (from >= sorted.length) {
      return atLeast - usual * Math.log(1 - 0.999 * chance); // Longer than any so far.
    }
    return sorted[from + (int) (chance * (sorted.length - from))];
  }
}
