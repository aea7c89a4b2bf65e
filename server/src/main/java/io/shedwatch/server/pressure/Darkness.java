package io.shedwatch.server.pressure;

/**
 * Time in which nothing is known of a shed: offline, stale, or not there yet.
 *
 * @param shed index in the map's list
 * @param from epoch milliseconds
 * @param until epoch milliseconds, excluded; {@code Long.MAX_VALUE} while it lasts
 */
public record Darkness(int shed, long from, long until) {}
