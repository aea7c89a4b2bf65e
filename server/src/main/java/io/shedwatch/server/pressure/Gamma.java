package io.shedwatch.server.pressure;

/** The logarithm of the gamma function by Stirling's series. */
final class Gamma {
  private static final double LEAST = 12;

  private Gamma() {}

  /** log of the gamma function of {@code x} above 0, to about twelve digits. */
  static double log(double x) {
    double below = 0;
    double y = x;
    while (y < LEAST) {
      below += Math.log(y);
      y++;
    }
    double square = 1 / (y * y);
    double series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / y;
    return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - below;
  }
}
