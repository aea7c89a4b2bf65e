package io.shedwatch.server.live;

import io.shedwatch.contract.Reading;

/**
 * One socket as its lane holds it.
 *
 * @param reading the newest; usage unknown and all quantities {@code NaN} before the first
 * @param at epoch milliseconds of that reading; 0: never
 * @param since epoch milliseconds since when the usage holds; 0: unknown
 */
public record SocketLive(Reading reading, long at, long since) {}
