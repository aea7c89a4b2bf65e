package io.shedwatch.server.forecast;

import java.util.Optional;

/**
 * One charge of the past. Times are epoch milliseconds.
 *
 * @param shed its place in the site file
 * @param finishedAt when it was full; 0: it never was, or its socket did not say
 * @param endedAt when the socket was free again; 0: it is still occupied
 * @param peakWatts highest reading, W; 0 where power is not measured
 * @param plateau empty where nobody watched it
 */
public record PastCharge(
    int shed,
    long startedAt,
    long finishedAt,
    long endedAt,
    double peakWatts,
    Optional<Plateau> plateau) {

  double minutes() {
    return (finishedAt - startedAt) / 60_000.0;
  }

  /** Power at the end of its plateau; the highest of many noisy readings lies a little above it. */
  double endWatts() {
    return plateau.map(Plateau::endWatts).orElse(peakWatts * (1 - PEAK_ABOVE));
  }

  private static final double PEAK_ABOVE = 0.006;
}
