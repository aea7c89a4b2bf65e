package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.Darkness;
import java.util.List;

/**
 * What the tables say of some weeks.
 *
 * @param from epoch milliseconds, a midnight of the place
 * @param until epoch milliseconds, a midnight, excluded
 * @param broken times in which a socket was cut by an alarm, as charges without an arrival
 */
record Watched(
    long from, long until, List<Charge> charges, List<Charge> broken, List<Darkness> dark) {}
