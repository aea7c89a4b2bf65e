package io.shedwatch.edge.meter;

/**
 * One socket with its devices.
 *
 * @param socket number in its shed, from 1
 * @param relay {@link AbsentRelay} where the socket is only measured
 */
public record WiredSocket(int socket, Meter meter, Relay relay) {}
