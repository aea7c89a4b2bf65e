package io.shedwatch.server.forecast;

/**
 * The chance that is told of a coming hour, from the share of the hours played in which the shed
 * was full and the share of past days in which it was full at that hour: a weighted sum of their
 * log odds (a logarithmic pool; Satopää et al., International Journal of Forecasting 2014), by
 * logistic regression on five simulated towns that no figure of docs/forecast.md is about. Played
 * hours alone tell middle chances too low, for in them nobody comes whom a full neighbour sends;
 * and the farther ahead, the more the usual share knows.
 */
final class FullChance {
  private static final double ALWAYS = 0.18;
  private static final double PLAYED = 1.05;
  private static final double PLAYED_AN_HOUR = -0.038;
  private static final double USUAL = 0.16;
  private static final double USUAL_AN_HOUR = 0.036;

  private FullChance() {}

  /**
   * A chance.
   *
   * @param played above 0 and below 1
   * @param usual above 0 and below 1
   * @param ahead 1 for the first full hour to come
   */
  static double of(double played, double usual, int ahead) {
    double odds =
        ALWAYS
            + (PLAYED + PLAYED_AN_HOUR * ahead) * logOdds(played)
            + (USUAL + USUAL_AN_HOUR * ahead) * logOdds(usual);
    return 1 / (1 + Math.exp(-odds));
  }

  private static double logOdds(double chance) {
    return Math.log(chance / (1 - chance));
  }
}
