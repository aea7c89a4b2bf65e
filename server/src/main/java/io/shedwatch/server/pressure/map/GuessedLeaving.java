package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.Darkness;
import io.shedwatch.server.pressure.WalkMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * When bikes left whose orders tell only the end of the charge. What is known: a socket is free
 * before its next start; whoever comes takes one of the sockets that are free, so a socket that
 * many passed by was hardly free; and while all are taken nobody comes who usually would. Leaving
 * times are drawn in turn, each given all others (Gibbs sampling; Geman and Geman, IEEE PAMI 1984),
 * and what is drawn says anew how soon bikes are fetched, until both agree. Always the same for the
 * same orders.
 */
final class GuessedLeaving {
  private static final int SWEEPS = 60;
  private static final long SLOT_MILLIS = 3_600_000L / LeavingHazard.SLOTS_AN_HOUR;
  private static final int LONGEST_SLOTS = 3 * 24 * LeavingHazard.SLOTS_AN_HOUR;

  /** After the last start nobody is seen; bikes leave all the same. */
  private static final int SLOTS_AFTER = 12 * LeavingHazard.SLOTS_AN_HOUR;

  private static final int ENOUGH_MEASURED = 300;
  private static final long SEED = 1;
  private static final int SATURDAY = 6;

  /** With a smaller share of all starts an hour of the day says nothing of who left in it. */
  private static final double HARDLY_ANYBODY = 0.01;

  private final long base;
  private final int[] hour;
  private final LeavingHazard hazard = new LeavingHazard();
  private final SplittableRandom chance = new SplittableRandom(SEED);
  private final List<ShedSlots> sheds = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final UsualArrivals usual;
  private final Crowd crowd;
  private final List<Charge> ordered;
  private final double[] tail = new double[LONGEST_SLOTS + 2];
  private final double[] mass = new double[LONGEST_SLOTS + 2];
  private int measured;

  /** A full bike of which nobody knows when it left: between two slots. */
  private static final class Gap {
    final int charge;
    final ShedSlots shed;
    final int full;
    final int last;
    final boolean mustLeave;
    int left;

    Gap(int charge, ShedSlots shed, int full, int last, boolean mustLeave) {
      this.charge = charge;
      this.shed = shed;
      this.full = full;
      this.last = last;
      this.mustLeave = mustLeave;
      this.left = full;
    }
  }

  private GuessedLeaving(ZoneId zone, WalkMap map, List<Charge> ordered, List<Darkness> dark) {
    this.ordered = ordered;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    long lastStart = Long.MIN_VALUE;
    for (Charge charge : ordered) {
      first = Math.min(first, charge.startedAt());
      last = Math.max(last, Math.max(charge.startedAt(), charge.endedAt()));
      lastStart = Math.max(lastStart, charge.startedAt());
    }
    base = Math.floorDiv(first, SLOT_MILLIS) * SLOT_MILLIS;
    hour = new int[(int) ((last - base) / SLOT_MILLIS) + SLOTS_AFTER];
    int[] usualHour = new int[hour.length];
    int[] day = new int[hour.length];
    LocalDate firstDay = Instant.ofEpochMilli(base).atZone(zone).toLocalDate();
    for (int slot = 0; slot < hour.length; slot++) {
      ZonedDateTime here = Instant.ofEpochMilli(base + slot * SLOT_MILLIS).atZone(zone);
      hour[slot] = here.getHour();
      usualHour[slot] = hour[slot] + (here.getDayOfWeek().getValue() >= SATURDAY ? 24 : 0);
      day[slot] = (int) (here.toLocalDate().toEpochDay() - firstDay.toEpochDay());
    }
    for (int count : map.sockets()) {
      ShedSlots shed = new ShedSlots(sheds.size(), count, hour.length);
      Arrays.fill(shed.unseen, slot(lastStart) + 1, hour.length, true);
      sheds.add(shed);
    }
    for (Darkness one : dark) {
      ShedSlots shed = sheds.get(one.shed());
      for (int slot = slot(one.from()); slot < slot(one.until()); slot++) {
        shed.unseen[slot] = true;
      }
    }
    for (int i = 0; i < ordered.size(); i++) {
      enter(i);
    }
    usual = new UsualArrivals(usualHour, day, sheds);
    crowd = new Crowd(map);
  }

  /**
   * When each charge's socket became free, as far as it must be guessed; 0 where it is known.
   *
   * @param ordered by shed, socket and start
   */
  static long[] of(ZoneId zone, WalkMap map, List<Charge> ordered, List<Darkness> dark) {
    long[] left = new long[ordered.size()];
    if (ordered.stream().allMatch(Charge::endKnown)) {
      return left;
    }
    GuessedLeaving guess = new GuessedLeaving(zone, map, ordered, dark);
    guess.settle();
    guess.gaps.forEach(gap -> left[gap.charge] = guess.time(gap));
    return left;
  }

  private long time(Gap gap) {
    long from = Math.max(ordered.get(gap.charge).endedAt(), base + gap.left * SLOT_MILLIS);
    long until = base + (gap.left + 1) * SLOT_MILLIS;
    if (gap.mustLeave) {
      until = Math.min(until, ordered.get(gap.charge + 1).startedAt());
    }
    return from + (long) (chance.nextDouble() * Math.max(0, until - from));
  }

  private int slot(long at) {
    return (int) Math.max(0, Math.min(hour.length - 1L, Math.floorDiv(at - base, SLOT_MILLIS)));
  }

  private void enter(int index) {
    Charge charge = ordered.get(index);
    ShedSlots shed = sheds.get(charge.shed());
    int from = slot(charge.startedAt());
    shed.arrivals[from]++;
    boolean next = index + 1 < ordered.size() && sameSocket(charge, ordered.get(index + 1));
    int nextStart = next ? slot(ordered.get(index + 1).startedAt()) : hour.length - 1;
    if (charge.endKnown()) {
      int until = charge.endedAt() == 0 ? hour.length - 1 : slot(charge.endedAt());
      shed.take(from, Math.min(until, nextStart), 1);
      if (charge.finishedAt() > 0 && charge.endedAt() > 0) {
        measured++;
        note(slot(charge.finishedAt()), slot(charge.endedAt()), true);
      }
      return;
    }
    int full = Math.min(slot(charge.endedAt()), nextStart);
    int last = Math.min(nextStart, full + LONGEST_SLOTS);
    shed.take(from, full, 1);
    gaps.add(new Gap(index, shed, full, last, next && last == nextStart));
  }

  static boolean sameSocket(Charge one, Charge other) {
    return one.shed() == other.shed() && one.socket() == other.socket();
  }

  private void note(int full, int left, boolean fetched) {
    for (int slot = full; slot < left; slot++) {
      hazard.waited(slot - full, hour[slot]);
    }
    if (fetched) {
      hazard.fetched(left - full, hour[left]);
      hazard.waited(left - full, hour[left]);
    }
  }

  private boolean[] quietHours() {
    double[] starts = new double[LeavingHazard.HOURS];
    for (ShedSlots shed : sheds) {
      for (int slot = 0; slot < hour.length; slot++) {
        starts[hour[slot]] += shed.arrivals[slot];
      }
    }
    double few = HARDLY_ANYBODY * Arrays.stream(starts).sum();
    boolean[] quiet = new boolean[starts.length];
    for (int i = 0; i < quiet.length; i++) {
      quiet[i] = starts[i] < few;
    }
    return quiet;
  }

  private void settle() {
    if (measured >= ENOUGH_MEASURED) {
      hazard.learn();
    } else {
      hazard.learnNothingOf(quietHours());
    }
    for (int sweep = 0; sweep <= SWEEPS; sweep++) {
      crowd.gather(sheds);
      usual.learn(sheds, sheds.size());
      for (Gap gap : gaps) {
        gap.shed.take(gap.full, gap.left, -1);
        gap.left = draw(gap, sweep > 0);
        gap.shed.take(gap.full, gap.left, 1);
      }
      if (measured < ENOUGH_MEASURED) {
        hazard.forget();
        gaps.forEach(gap -> note(gap.full, gap.left, gap.mustLeave || gap.left < gap.last));
        hazard.learn();
      }
    }
  }

  /** Draws when a bike left: by the hazard alone, or given all others as well. */
  private int draw(Gap gap, boolean givenOthers) {
    int length = gap.last - gap.full;
    tail[length] = 0;
    for (int i = length - 1; i >= 0; i--) {
      int slot = gap.full + i;
      tail[i] =
          givenOthers ? tail[i + 1] + gap.shed.oneMoreFree(slot, usual.at(gap.shed, slot)) : 0;
    }
    double stays = 1;
    double sum = 0;
    for (int i = 0; i <= length; i++) {
      double leaves = 1 - Math.exp(-hazard.at(i, hour[gap.full + i]) / LeavingHazard.SLOTS_AN_HOUR);
      boolean end = i == length && !gap.mustLeave;
      mass[i] = stays * (end ? 1 : leaves) * Math.exp(tail[i]);
      sum += mass[i];
      stays *= 1 - leaves;
    }
    double pick = chance.nextDouble() * sum;
    for (int i = 0; i < length; i++) {
      pick -= mass[i];
      if (pick < 0) {
        return gap.full + i;
      }
    }
    return gap.last;
  }
}
