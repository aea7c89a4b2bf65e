package io.shedwatch.server.pressure;

import java.util.Optional;

/**
 * What sheds saw, slot by slot and group by group: all that the estimate needs. Cells are indexed
 * {@code slot * groups + group}.
 */
final class Evidence {
  final WalkMap map;
  final WeekClock clock;
  final int groups;

  /** Hours in which somebody of the group would have found a socket, and would have been seen. */
  final float[] freeHours;

  /** Hours in which all sheds in reach were full. */
  final float[] blockedHours;

  /** Hours in which it is not known which of the two. */
  final float[] darkHours;

  /** Bikes that are plugged in at each shed, or came in the 12 h before the slot; by slot, shed. */
  final float[] busy;

  /** Arrivals at each shed by day, shed. */
  final float[] arrivalsOfShed;

  final int sheds;

  /** Slot of each arrival, in the order of time. */
  int[] arrivalSlot = new int[0];

  /** Where each arrival's candidates begin; one more at the end. */
  int[] candidatesFrom = new int[] {0};

  int[] candidateGroup = new int[0];

  /** Chance that somebody of the candidate group, who takes the nearest free shed, came here. */
  float[] nearest = new float[0];

  /** The same for somebody who looks at another shed in reach first. */
  float[] wandering = new float[0];

  Evidence(WalkMap map, WeekClock clock) {
    this.map = map;
    this.clock = clock;
    this.groups = map.groups().size();
    int cells = clock.slots() * groups;
    freeHours = new float[cells];
    blockedHours = new float[cells];
    darkHours = new float[cells];
    sheds = map.sockets().size();
    busy = new float[clock.slots() * sheds];
    arrivalsOfShed = new float[clock.days() * sheds];
  }

  private Optional<Blocked> blocked = Optional.empty();

  private Optional<UsuallyFull> usuallyFull = Optional.empty();

  /** Where anybody may be turned away; found once, when all is noted. */
  Blocked blocked() {
    if (blocked.isEmpty()) {
      blocked = Optional.of(new Blocked(this));
    }
    return blocked.get();
  }

  /** How often sheds are full; found once, when all is noted. */
  UsuallyFull usuallyFull() {
    if (usuallyFull.isEmpty()) {
      usuallyFull = Optional.of(new UsuallyFull(this));
    }
    return usuallyFull.get();
  }

  int arrivals() {
    return arrivalSlot.length;
  }

  int day(int slot) {
    return slot / WeekClock.SLOTS_A_DAY;
  }
}
