package io.shedwatch.server.pressure.effect;

/** Quantiles of Student's t. */
final class StudentT {
  /** Of the normal distribution, two-sided 95 %. */
  private static final double Z = 1.959964;

  private StudentT() {}

  /**
   * The bound that |t| stays below 19 times in 20: the expansion of Fisher and Cornish (Abramowitz
   * and Stegun 1964, 26.7.5), within 0.3 % from four degrees of freedom on.
   */
  static double bound(int freedom) {
    double v = freedom;
    double z2 = Z * Z;
    double first = Z * (z2 + 1) / 4;
    double second = Z * ((5 * z2 + 16) * z2 + 3) / 96;
    double third = Z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    return Z + first / v + second / (v * v) + third / (v * v * v);
  }
}
