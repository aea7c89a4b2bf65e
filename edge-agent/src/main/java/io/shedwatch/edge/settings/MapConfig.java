package io.shedwatch.edge.settings;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A register map. */
public record MapConfig(
    @Setting(says = "RMS voltage, V.") Optional<RegisterConfig> volts,
    @Setting(says = "RMS current, A.") Optional<RegisterConfig> amperes,
    @Setting(says = "Active power, W.") Optional<RegisterConfig> watts,
    @Setting(says = "Energy counter, Wh.") Optional<RegisterConfig> wattHours,
    @Setting(says = "Temperature of the board, degrees Celsius.")
        Optional<RegisterConfig> celsius) {
  /** Names of the maps that come with the agent. */
  public static final Set<String> READY = Set.of("sdm120", "pzem-004t", "ddsu666");

  public MapConfig {
    if (Stream.of(volts, amperes, watts, wattHours, celsius).allMatch(Optional::isEmpty)) {
      throw new IllegalArgumentException("a map names at least one register");
    }
  }
}
