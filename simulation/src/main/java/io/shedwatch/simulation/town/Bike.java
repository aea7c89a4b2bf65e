package io.shedwatch.simulation.town;

/** One bike of one household: empties, gets thirsty, remembers when it was last turned away. */
final class Bike {
  private static final long COUNTED_AGAIN_AFTER_MILLIS = 12 * 3_600_000L;

  final int house;
  final Pack pack;

  /** Below this state of charge its owner looks for a socket. */
  final double thirstyBelow;

  /** Energy of one day's riding, Wh. */
  final double dailyWattHours;

  /** What its owner does; nobody else draws from it. */
  final Chance chance;

  private double storedWattHours;
  private long turnedAwayAt = Long.MIN_VALUE / 2;

  Bike(
      int house,
      Pack pack,
      double thirstyBelow,
      double dailyWattHours,
      double stateOfCharge,
      Chance chance) {
    this.house = house;
    this.pack = pack;
    this.thirstyBelow = thirstyBelow;
    this.dailyWattHours = dailyWattHours;
    this.chance = chance;
    this.storedWattHours = stateOfCharge * pack.capacityWattHours();
  }

  double stateOfCharge() {
    return storedWattHours / pack.capacityWattHours();
  }

  boolean thirsty() {
    return stateOfCharge() < thirstyBelow;
  }

  void ride(double wattHours) {
    storedWattHours = Math.max(0, storedWattHours - wattHours);
  }

  /** Energy from the mains, as the meter counts it. */
  void charge(double mainsWattHours) {
    storedWattHours =
        Math.min(pack.capacityWattHours(), storedWattHours + mainsWattHours * pack.efficiency());
  }

  void chargeFully() {
    storedWattHours = pack.capacityWattHours();
  }

  /** Notes a failed attempt; true when it counts as a new turned-away bike. */
  boolean turnedAway(long at) {
    boolean counts = at - turnedAwayAt >= COUNTED_AGAIN_AFTER_MILLIS;
    if (counts) {
      turnedAwayAt = at;
    }
    return counts;
  }
}
