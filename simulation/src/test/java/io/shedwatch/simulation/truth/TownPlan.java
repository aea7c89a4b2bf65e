package io.shedwatch.simulation.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a seed draws for a town before anybody moves: layout, habits, rhythm.
 *
 * @param sessionsPerDay how many people look for a socket a day, about
 * @param wandering share of people who look at another shed in reach than the nearest first
 * @param retrying share of turned-away people who look again within two hours
 * @param wiring share of turned-away people who charge by a wire
 * @param weekday a factor of demand for each day of the week, Monday first
 * @param daySpread standard deviation of a day's logarithm of demand: weather, holidays
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record TownPlan(
    TruthTown.Layout layout,
    double sessionsPerDay,
    double wandering,
    double retrying,
    double wiring,
    double fetching,
    double[] weekday,
    double daySpread) {
  static final long DAY = 86_400_000L;
  static final long HOUR = 3_600_000L;

  /** Monday, midnight in Shanghai. */
  static final long START = Instant.parse("2026-03-01T16:00:00Z").toEpochMilli();

  private static final int BUILDINGS = 55;
  private static final int SHEDS = 17;
  private static final int COLUMNS = 7;

  static TownPlan draw(SplittableRandom chance) {
    double[] weekday = new double[7];
    for (int day = 0; day < 7; day++) {
      weekday[day] = (day < 5 ? 1.0 : 0.85) * Math.exp(0.08 * normal(chance));
    }
    return new TownPlan(
        layout(chance),
        between(chance, 180, 360),
        between(chance, 0, 0.3),
        between(chance, 0.1, 0.5),
        between(chance, 0.1, 0.3),
        between(chance, 0.3, 0.6),
        weekday,
        between(chance, 0, 0.2));
  }

  private static TruthTown.Layout layout(SplittableRandom chance) {
    double apart = between(chance, 44, 60);
    double rows = between(chance, 30, 42);
    double spread = between(chance, 1.2, 3);
    List<TruthTown.House> houses = new ArrayList<>();
    for (int i = 0; i < BUILDINGS; i++) {
      int row = i / COLUMNS;
      houses.add(
          new TruthTown.House(
              12 + chance.nextInt(9),
              i % COLUMNS * apart + between(chance, -4, 4),
              row * rows + between(chance, -3, 3),
              Math.pow(spread, chance.nextDouble() - 0.5),
              0));
    }
    List<TruthTown.Stand> stands = new ArrayList<>();
    while (stands.size() < SHEDS) {
      double x = between(chance, 0, (COLUMNS - 1) * apart);
      double y = between(chance, 0, 7 * rows);
      double nearest =
          stands.stream().mapToDouble(s -> Math.hypot(s.x() - x, s.y() - y)).min().orElse(1e9);
      if (nearest > 40) {
        stands.add(new TruthTown.Stand(stands.size() < 10 ? 11 : 10, x, y));
      }
    }
    return new TruthTown.Layout(houses, stands);
  }

  /** When somebody comes home, in hours after midnight. */
  static double homeHour(SplittableRandom chance, boolean weekend) {
    double pick = chance.nextDouble();
    if (weekend) {
      return pick < 0.35
          ? clamp(17.5 + 2.2 * normal(chance))
          : pick < 0.75 ? clamp(12.5 + 2.5 * normal(chance)) : between(chance, 8, 23);
    }
    return pick < 0.66
        ? clamp(18.6 + 1.3 * normal(chance))
        : pick < 0.84 ? clamp(12.2 + 0.9 * normal(chance)) : between(chance, 7, 23);
  }

  private static double clamp(double hour) {
    return Math.max(0.1, Math.min(23.9, hour));
  }

  /** When a full bike is fetched: the same evening, or when its owner leaves. */
  long fetched(SplittableRandom chance, long full) {
    long midnight = Math.floorDiv(full - START, DAY) * DAY + START;
    double hour = (full - midnight) / (double) HOUR;
    if (hour > 7 && hour < 22 && chance.nextDouble() < fetching) {
      return full + (long) (between(chance, 0.1, 1.5) * HOUR);
    }
    long morning = hour < 6 ? midnight : midnight + DAY;
    return Math.max(
        full + HOUR / 20, morning + (long) (Math.max(5, 7.4 + 0.9 * normal(chance)) * HOUR));
  }

  static boolean weekend(long at) {
    return Math.floorMod(Math.floorDiv(at - START, DAY), 7L) >= 5;
  }

  static double between(SplittableRandom chance, double low, double high) {
    return low + (high - low) * chance.nextDouble();
  }

  /** Standard normal (Box and Muller). */
  static double normal(SplittableRandom chance) {
    return Math.sqrt(-2 * Math.log(1 - chance.nextDouble()))
        * Math.cos(2 * Math.PI * chance.nextDouble());
  }
}
