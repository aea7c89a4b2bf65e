package io.shedwatch.server.pressure.map;

/**
 * A row of the table of sessions. Times are epoch milliseconds.
 *
 * @param shed index in the site's list
 * @param finishedAt when it was full; 0: not known
 * @param endedAt when the socket was free again; 0: under way
 * @param imported from a vendor's past orders
 * @param endKnown whether {@code endedAt} is when the socket became free; an order may know only
 *     when its charge ended
 */
public record Charge(
    int shed,
    int socket,
    long startedAt,
    long finishedAt,
    long endedAt,
    boolean imported,
    boolean endKnown) {}
