package io.shedwatch.server.patrol;

import java.util.List;

/** Wires that hang at one time: those of the hours before, for as long as a charge takes. */
public final class Standing {
  /**
   * Share of the turned away who run a wire: a guess (10 to 30 %) that scales all buildings alike,
   * so that no rank hangs on it; findings correct it building by building.
   */
  public static final double WIRING = 0.2;

  /** A charge takes four to seven hours; a wire hangs as long. */
  static final int HOURS = 5;

  private Standing() {}

  /**
   * Wires that pressure lets expect.
   *
   * @param turnedAway by hour of the week, 168 numbers
   * @param hourOfWeek at whose beginning somebody looks
   */
  public static double wires(List<Double> turnedAway, int hourOfWeek) {
    double sum = 0;
    for (int back = 1; back <= HOURS; back++) {
      sum += turnedAway.get(Math.floorMod(hourOfWeek - back, turnedAway.size()));
    }
    return WIRING * sum;
  }
}
