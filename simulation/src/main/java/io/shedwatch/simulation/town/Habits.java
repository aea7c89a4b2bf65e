package io.shedwatch.simulation.town;

/**
 * How people behave, all as shares or means; the defaults are choices that give a lively evening,
 * not measurements of anybody.
 *
 * @param bikesPerHousehold bikes that charge in sheds
 * @param spread demand per household varies up to this factor between buildings
 * @param dailyWattHours mean energy that a bike uses on a day it is ridden, Wh
 * @param rideShare share of days on which a bike is ridden
 * @param notNearestShare share of arrivals that do not choose the nearest free shed
 * @param wireShare share of turned-away people who run a wire
 * @param retryShare share of turned-away people who come back within the evening
 * @param pickUpShare share of full bikes that are fetched the same evening
 * @param stripShare share of arrivals that bring a second charger on a strip
 * @param kettlesPerDay how often somebody boils water in a shed
 * @param utcOffsetMinutes of the town's clock, for its evenings
 */
public record Habits(
    double bikesPerHousehold,
    double spread,
    double dailyWattHours,
    double rideShare,
    double notNearestShare,
    double wireShare,
    double retryShare,
    double pickUpShare,
    double stripShare,
    double kettlesPerDay,
    int utcOffsetMinutes) {

  /**
   * An estate near Shanghai with about 250 sessions a day on 180 sockets and full sheds at night.
   */
  public static final Habits DEFAULTS =
      new Habits(0.45, 3.0, 330, 0.85, 0.15, 0.25, 0.35, 0.35, 0.01, 0.2, 480);
}
