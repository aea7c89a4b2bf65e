package io.shedwatch.server.pressure;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One pass over time: who could see whom, and when. Each change of a shed closes the stretch of
 * time since the last change for the groups that have it in reach.
 */
final class EvidenceSweep {
  private static final double[] LIKELY_BY_RANK = {0.7, 0.2, 0.1};
  private static final double OF_FARTHER = 0.05;
  static final int TODAY_SLOTS = 24;
  private static final long TODAY_MILLIS = 12 * 3_600_000L;
  private static final double HOUR_MILLIS = 3_600_000.0;

  private enum Change {
    FORGOTTEN,
    LEAVES,
    LIGHT,
    DARK,
    ARRIVES
  }

  private record Event(long at, int shed, Change change, boolean counts) {}

  private final Evidence evidence;
  private final List<int[]> groupsOfSheds;
  private final int[] taken;
  private final int[] goneToday;
  private final int[] dark;
  private final long[] since;
  private int nextSlot;
  private final Growing growing = new Growing();

  private EvidenceSweep(WalkMap map, ZoneId zone, long from, long until) {
    evidence = new Evidence(map, new WeekClock(zone, from, until));
    groupsOfSheds = map.groupsOfSheds();
    int sheds = map.sockets().size();
    taken = new int[sheds];
    goneToday = new int[sheds];
    dark = new int[sheds];
    since = new long[map.groups().size()];
    Arrays.fill(since, from);
  }

  /**
   * What was seen between two times.
   *
   * @param from epoch milliseconds, included
   * @param until epoch milliseconds, excluded
   */
  static Evidence of(
      WalkMap map, ZoneId zone, List<Stay> stays, List<Darkness> darkness, long from, long until) {
    EvidenceSweep sweep = new EvidenceSweep(map, zone, from, until);
    for (Event event : events(stays, darkness, until)) {
      sweep.happen(event, Math.max(from, event.at()), event.at() >= from);
    }
    for (int group = 0; group < sweep.since.length; group++) {
      sweep.close(group, until);
    }
    sweep.count(until - 1);
    sweep.growing.into(sweep.evidence);
    return sweep.evidence;
  }

  private static List<Event> events(List<Stay> stays, List<Darkness> darkness, long until) {
    List<Event> events = new java.util.ArrayList<>(3 * stays.size() + 2 * darkness.size());
    for (Stay stay : stays) {
      events.add(new Event(stay.from(), stay.shed(), Change.ARRIVES, stay.arrival()));
      if (stay.until() < until) {
        long forgotten = stay.from() + TODAY_MILLIS;
        boolean today = stay.arrival() && stay.until() < forgotten;
        events.add(new Event(stay.until(), stay.shed(), Change.LEAVES, today));
        if (today) {
          events.add(new Event(forgotten, stay.shed(), Change.FORGOTTEN, false));
        }
      }
    }
    for (Darkness one : darkness) {
      events.add(new Event(one.from(), one.shed(), Change.DARK, false));
      if (one.until() < until) {
        events.add(new Event(one.until(), one.shed(), Change.LIGHT, false));
      }
    }
    events.removeIf(event -> event.at() >= until);
    events.sort(Comparator.comparingLong(Event::at).thenComparing(Event::change));
    return events;
  }

  private void happen(Event event, long at, boolean inside) {
    count(at);
    int shed = event.shed();
    for (int group : groupsOfSheds.get(shed)) {
      close(group, at);
    }
    switch (event.change()) {
      case ARRIVES -> {
        if (event.counts() && inside) {
          arrive(shed, at);
        }
        taken[shed]++;
      }
      case LEAVES -> {
        taken[shed]--;
        goneToday[shed] += event.counts() ? 1 : 0;
      }
      case FORGOTTEN -> goneToday[shed]--;
      case DARK -> dark[shed]++;
      case LIGHT -> dark[shed]--;
    }
  }

  private boolean full(int shed) {
    return taken[shed] >= evidence.map.sockets().get(shed);
  }

  /** Rank of the nearest free shed; -1 when all are full; -2 when that is not known. */
  private int nearestFree(List<Integer> sheds, int surelyFree) {
    for (int rank = 0; rank < sheds.size(); rank++) {
      int shed = sheds.get(rank);
      if (shed == surelyFree || (dark[shed] == 0 && !full(shed))) {
        return rank;
      }
      if (dark[shed] > 0) {
        return -2;
      }
    }
    return -1;
  }

  /** Notes who is busy at the starts of slots until then. */
  private void count(long at) {
    while (nextSlot < evidence.clock.slots() && evidence.clock.start(nextSlot) <= at) {
      for (int shed = 0; shed < taken.length; shed++) {
        evidence.busy[nextSlot * taken.length + shed] = taken[shed] + goneToday[shed];
      }
      nextSlot++;
    }
  }

  private void arrive(int shed, long at) {
    evidence.arrivalsOfShed[evidence.day(evidence.clock.slot(at)) * taken.length + shed]++;
    growing.arrival(evidence.clock.slot(at));
    for (int group : groupsOfSheds.get(shed)) {
      List<Integer> sheds = evidence.map.groups().get(group).sheds();
      int free = nearestFree(sheds, shed);
      if (free == -2) {
        continue;
      }
      int rank = sheds.indexOf(shed);
      double near = rank == free ? 1 : 0;
      double wander = near;
      int others = sheds.size() - 1;
      if (others > 0) {
        int fullOthers = 0;
        for (int i = 1; i <= others; i++) {
          fullOthers += sheds.get(i) != shed && full(sheds.get(i)) ? 1 : 0;
        }
        wander = ((rank > 0 ? 1 : 0) + near * fullOthers) / others;
      }
      if (near > 0 || wander > 0) {
        growing.candidate(group, near, wander);
      }
    }
  }

  /** Adds the stretch since the last change of a group's sheds to its cells. */
  private void close(int group, long at) {
    long begin = since[group];
    if (at <= begin) {
      return;
    }
    since[group] = at;
    List<Integer> sheds = evidence.map.groups().get(group).sheds();
    int state = nearestFree(sheds, -1);
    for (int slot = evidence.clock.slot(begin); begin < at; slot++) {
      long end = Math.min(at, evidence.clock.end(slot));
      float hours = (float) ((end - begin) / HOUR_MILLIS);
      int cell = slot * evidence.groups + group;
      if (state == -2) {
        evidence.darkHours[cell] += hours;
      } else if (state == -1) {
        evidence.blockedHours[cell] += hours;
      } else {
        evidence.freeHours[cell] += hours;
      }
      begin = end;
    }
  }

  static double[] likely(int sheds) {
    double[] likely = new double[sheds];
    double sum = 0;
    for (int rank = 0; rank < sheds; rank++) {
      likely[rank] = rank < LIKELY_BY_RANK.length ? LIKELY_BY_RANK[rank] : OF_FARTHER;
      sum += likely[rank];
    }
    for (int rank = 0; rank < sheds; rank++) {
      likely[rank] /= sum;
    }
    return likely;
  }

  /** Arrays that grow. */
  private static final class Growing {
    private int[] slots = new int[1024];
    private int[] from = new int[1025];
    private int[] groups = new int[8192];
    private float[] nearest = new float[8192];
    private float[] wandering = new float[8192];
    private int arrivals;
    private int candidates;

    void arrival(int slot) {
      if (arrivals == slots.length) {
        slots = Arrays.copyOf(slots, 2 * arrivals);
        from = Arrays.copyOf(from, 2 * arrivals + 1);
      }
      slots[arrivals++] = slot;
      from[arrivals] = candidates;
    }

    void candidate(int group, double near, double wander) {
      if (candidates == groups.length) {
        groups = Arrays.copyOf(groups, 2 * candidates);
        nearest = Arrays.copyOf(nearest, 2 * candidates);
        wandering = Arrays.copyOf(wandering, 2 * candidates);
      }
      groups[candidates] = group;
      nearest[candidates] = (float) near;
      wandering[candidates++] = (float) wander;
      from[arrivals] = candidates;
    }

    void into(Evidence evidence) {
      evidence.arrivalSlot = Arrays.copyOf(slots, arrivals);
      evidence.candidatesFrom = Arrays.copyOf(from, arrivals + 1);
      evidence.candidateGroup = Arrays.copyOf(groups, candidates);
      evidence.nearest = Arrays.copyOf(nearest, candidates);
      evidence.wandering = Arrays.copyOf(wandering, candidates);
    }
  }
}
