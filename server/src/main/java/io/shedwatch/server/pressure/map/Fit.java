package io.shedwatch.server.pressure.map;

import java.time.Instant;

/**
 * One night's estimate, without its numbers.
 *
 * @param from of the days looked at
 * @param to excluded
 * @param data what it was made of
 * @param tookMillis how long it was made
 */
record Fit(Instant fittedAt, Instant from, Instant to, Made data, Trust trust, int tookMillis) {

  /**
   * Variances besides the count's own, over the number squared.
   *
   * @param total of all groups together
   * @param inside what is added for a building that only households tell from others of its group
   */
  record Trust(double total, double inside) {}

  /**
   * What an estimate was made of.
   *
   * @param sessions measured here
   * @param orders of a vendor
   * @param guessedEnds orders that know only the end of their charge: how long the bike stayed is
   *     guessed
   * @param darkHours hours in which sheds were not seen, all sheds together
   */
  record Made(int sessions, int orders, int guessedEnds, double darkHours) {}
}
