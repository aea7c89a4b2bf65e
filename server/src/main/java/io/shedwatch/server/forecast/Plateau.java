package io.shedwatch.server.forecast;

/**
 * The constant-current part of a charge, as a straight line: chargers differ in it, and a pack's
 * rising voltage shows in it.
 *
 * @param startWatts power when the charger had woken up, W
 * @param endWatts power at the knee, W
 */
public record Plateau(double startWatts, double endWatts) {}
