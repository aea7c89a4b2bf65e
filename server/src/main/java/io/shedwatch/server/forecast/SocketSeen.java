package io.shedwatch.server.forecast;

import io.shedwatch.contract.Usage;

/**
 * One socket of a believed shed, as screens show it.
 *
 * @param at epoch milliseconds of the reading
 * @param watts {@code NaN}: not measured
 * @param since epoch milliseconds since when the usage holds; 0: unknown
 */
public record SocketSeen(int socket, Usage usage, long at, double watts, long since) {}
