package io.shedwatch.server.pressure;

/**
 * A socket that was taken.
 *
 * @param shed index in the map's list
 * @param from epoch milliseconds
 * @param until epoch milliseconds, excluded; {@code Long.MAX_VALUE} while it lasts
 * @param arrival whether somebody arrived at {@code from}; not so when a socket broke
 */
public record Stay(int shed, long from, long until, boolean arrival) {
  public Stay {
    if (until < from) {
      throw new IllegalArgumentException("a stay ends before it begins: " + from + " " + until);
    }
  }
}
