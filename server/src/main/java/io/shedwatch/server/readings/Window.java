package io.shedwatch.server.readings;

/**
 * What a chart asks for: {@code from} included, {@code to} excluded, epoch milliseconds.
 *
 * @param everyMillis width of a bucket; buckets are aligned to the epoch
 */
public record Window(long from, long to, long everyMillis) {
  /** A chart never gets more points a series. */
  public static final int MAX_POINTS = 1_000;
}
