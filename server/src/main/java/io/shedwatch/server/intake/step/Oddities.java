package io.shedwatch.server.intake.step;

import java.util.Optional;

/**
 * What is odd about a shed's agent. Times are the server's, epoch milliseconds; 0: nothing.
 *
 * @param skewSince since when its clock has been off by more than the limit
 * @param skewAlert the active clock-skew alert
 * @param twinSigns how often an older boot spoke as if it were alive
 * @param twinAt when it last did
 * @param twinAlert the active shed-twin alert
 */
public record Oddities(
    long skewSince,
    Optional<String> skewAlert,
    int twinSigns,
    long twinAt,
    Optional<String> twinAlert) {
  public static final Oddities NONE = new Oddities(0, Optional.empty(), 0, 0, Optional.empty());

  Oddities skewed(long since, Optional<String> alert) {
    return new Oddities(since, alert, twinSigns, twinAt, twinAlert);
  }

  Oddities twin(int signs, long at, Optional<String> alert) {
    return new Oddities(skewSince, skewAlert, signs, at, alert);
  }
}
