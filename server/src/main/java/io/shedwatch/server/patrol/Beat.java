package io.shedwatch.server.patrol;

import io.shedwatch.server.pressure.Estimate;

/**
 * A building to look at.
 *
 * @param x metres to the east
 * @param y metres to the north
 * @param wires that a visit is expected to find
 */
public record Beat(String building, double x, double y, Estimate wires) {}
