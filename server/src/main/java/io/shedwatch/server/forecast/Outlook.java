package io.shedwatch.server.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Plays one shed's next hours many times: bikes get full and are fetched as in the past, others
 * come as in the past and take what is free; what comes out is weighed with how often the shed was
 * full at that hour. Pure: the same seed gives the same answer.
 */
public final class Outlook {
  /** Hours that are looked ahead. */
  public static final int HOURS = 12;

  private static final int RUNS = 200;
  private static final int STEP_MINUTES = 10;
  private static final long HOUR_MILLIS = 3_600_000;
  private static final long MINUTE_MILLIS = 60_000;

  private final Past past;
  private final Arrivals arrivals;
  private final UsualFull usual;
  private final long offsetMillis;

  public Outlook(Past past, Arrivals arrivals, UsualFull usual, long offsetMillis) {
    this.past = past;
    this.arrivals = arrivals;
    this.usual = usual;
    this.offsetMillis = offsetMillis;
  }

  /** What is expected of a shed at {@code now}. */
  public ShedForecast forecast(ShedNow shed, long now, long seed) {
    long first = Math.floorDiv(now + offsetMillis, HOUR_MILLIS) * HOUR_MILLIS - offsetMillis;
    first += HOUR_MILLIS;
    SplittableRandom chance = new SplittableRandom(seed);
    double[] earliest = new double[RUNS];
    int[] full = new int[HOURS];
    for (int run = 0; run < RUNS; run++) {
      double[] freeAt = leaving(shed, now, chance);
      earliest[run] = Arrays.stream(freeAt).min().orElse(HOURS * 60.0);
      play(shed.shed(), freeAt, now, first, chance, full);
    }
    Map<Integer, Expected> finish = new HashMap<>();
    shed.charging().forEach(one -> finish.put(one.socket(), one.remaining().expected(now)));
    boolean usable = shed.free() + shed.finished().size() + shed.charging().size() > 0;
    return new ShedForecast(
        shed.free() == 0 && usable ? Optional.of(expected(earliest, now)) : Optional.empty(),
        first,
        chances(shed.shed(), first, full, usable),
        finish);
  }

  /** Where nothing works the usual does not count. */
  private List<Double> chances(int shed, long first, int[] full, boolean usable) {
    List<Double> chances = new ArrayList<>(HOURS);
    for (int hour = 0; hour < HOURS; hour++) {
      double played = (full[hour] + 0.5) / (RUNS + 1);
      OptionalDouble share = usual.at(shed, first + hour * HOUR_MILLIS);
      chances.add(
          usable && share.isPresent()
              ? FullChance.of(played, share.getAsDouble(), hour + 1)
              : played);
    }
    return chances;
  }

  private static Expected expected(double[] minutes, long now) {
    Arrays.sort(minutes);
    return new Expected(
        now + (long) (minutes[RUNS / 2] * MINUTE_MILLIS),
        now + (long) (minutes[RUNS / 10] * MINUTE_MILLIS),
        now + (long) (minutes[RUNS * 9 / 10] * MINUTE_MILLIS));
  }

  /** Minutes from now at which each usable socket is free; 0: it is. */
  private double[] leaving(ShedNow shed, long now, SplittableRandom chance) {
    List<Double> freeAt = new ArrayList<>();
    for (int i = 0; i < shed.free(); i++) {
      freeAt.add(0.0);
    }
    for (long since : shed.finished()) {
      double waited = (now - since) / (double) MINUTE_MILLIS;
      freeAt.add(past.linger(since, waited, chance.nextDouble()));
    }
    for (ShedNow.Charging charging : shed.charging()) {
      double full = charging.remaining().at(chance.nextDouble());
      long at = now + (long) (full * MINUTE_MILLIS);
      freeAt.add(full + past.linger(at, 0, chance.nextDouble()));
    }
    return freeAt.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private void play(
      int shed, double[] freeAt, long now, long first, SplittableRandom chance, int[] full) {
    double untilFirst = (first - now) / (double) MINUTE_MILLIS;
    double minute = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      double until = untilFirst + hour * 60;
      int steps = (int) Math.max(1, Math.ceil((until - minute) / STEP_MINUTES - 1e-9));
      double step = (until - minute) / steps;
      for (int i = 0; i < steps; i++) {
        long at = now + (long) (minute * MINUTE_MILLIS);
        double expected = arrivals.perHour(shed, at) * step / 60;
        for (int come = poisson(expected, chance); come > 0; come--) {
          plugIn(freeAt, minute, at, chance);
        }
        minute += step;
      }
      full[hour] += isFull(freeAt, minute) ? 1 : 0;
    }
  }

  private void plugIn(double[] freeAt, double minute, long at, SplittableRandom chance) {
    for (int i = 0; i < freeAt.length; i++) {
      if (freeAt[i] <= minute) {
        freeAt[i] = minute + past.stay(at, chance.nextDouble());
        return;
      }
    }
  }

  private static boolean isFull(double[] freeAt, double minute) {
    for (double free : freeAt) {
      if (free <= minute) {
        return false;
      }
    }
    return true;
  }

  private static int poisson(double expected, SplittableRandom chance) {
    double product = chance.nextDouble();
    double limit = Math.exp(-expected);
    int count = 0;
    while (product > limit) {
      product *= chance.nextDouble();
      count++;
    }
    return count;
  }
}
