package io.shedwatch.server.forecast;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is expected of one shed.
 *
 * @param nextFree when somebody leaves; only while no socket is free
 * @param fullFrom the first full hour to come, epoch milliseconds
 * @param fullChance chance (0 to 1) of having no free socket at that hour and the ones after it
 * @param finish when each charging socket is expected to be full, by its number
 */
public record ShedForecast(
    Optional<Expected> nextFree,
    long fullFrom,
    List<Double> fullChance,
    Map<Integer, Expected> finish) {
  public ShedForecast {
    fullChance = List.copyOf(fullChance);
    finish = Map.copyOf(finish);
  }

  ShedForecast withoutChances() {
    return new ShedForecast(nextFree, fullFrom, List.of(), finish);
  }
}
