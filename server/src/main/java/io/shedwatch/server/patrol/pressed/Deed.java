package io.shedwatch.server.patrol.pressed;

import io.shedwatch.server.site.Site;

/** What is to be done about one alert. */
sealed interface Deed {
  String alert();

  /**
   * Begins.
   *
   * @param at epoch milliseconds, when the on-delay was over
   * @param expected turned away in the next hour
   * @param limit that it passed
   */
  record Raise(
      String alert, Site.Shed shed, long at, double expected, double limit, Site.Name words)
      implements Deed {}

  /** Goes on, and reads otherwise now. */
  record Restate(String alert, Site.Name words) implements Deed {}

  /** Ends. */
  record Clear(String alert, long at) implements Deed {}
}
