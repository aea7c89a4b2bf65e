package io.shedwatch.edge.uplink;

/**
 * The time of a step.
 *
 * @param monotonic real milliseconds that never fall: for the network
 * @param place epoch milliseconds at the place: for ages of messages
 */
record Now(long monotonic, long place) {}
