package io.shedwatch.server.pressure.effect;

/**
 * What changed against the sheds compared with, as a share: −0.2 is a fifth fewer.
 *
 * @param low of the interval that holds the truth 19 times in 20
 * @param high of the same
 */
public record Effect(double change, double low, double high) {
  /** Whether chance alone is not enough to explain it. */
  public boolean found() {
    return low > 0 || high < 0;
  }
}
