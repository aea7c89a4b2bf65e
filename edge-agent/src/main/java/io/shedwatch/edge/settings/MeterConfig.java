package io.shedwatch.edge.settings;

import java.util.Optional;

/** A meter on a Modbus line, or a recorded trace. */
public record MeterConfig(
    @Setting(says = "The Modbus line it is on.") Optional<String> bus,
    @Setting(standard = "1", least = 0, most = 247, says = "Its Modbus unit id.") int unit,
    @Setting(says = "sdm120, pzem-004t, ddsu666, or a name under maps.") Optional<String> map,
    @Setting(
            standard = "0.1",
            unit = "W",
            least = 0,
            most = 100,
            says =
                "Smallest power it shows; above removedWatts a free socket is only probably"
                    + " free, and the start says so.")
        double resolutionWatts,
    @Setting(says = "A recorded trace in place of a device, with a simulated relay.")
        Optional<ReplayConfig> replay) {
  public MeterConfig {
    boolean modbus = bus.isPresent() && map.isPresent();
    if (modbus == replay.isPresent() || bus.isPresent() != map.isPresent()) {
      throw new IllegalArgumentException("a meter has a bus and a map, or a replay");
    }
  }
}
