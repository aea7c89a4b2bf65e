package io.shedwatch.server.forecast;

import io.shedwatch.contract.ShedId;
import java.util.List;

/**
 * A shed that is believed now.
 *
 * @param place its index in the site file
 * @param sockets in the order of their numbers
 */
public record ShedSeen(int place, ShedId shed, List<SocketSeen> sockets) {}
