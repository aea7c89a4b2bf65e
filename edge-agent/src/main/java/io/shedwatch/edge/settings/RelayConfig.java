package io.shedwatch.edge.settings;

import java.util.Optional;

/** A relay behind a Modbus coil. */
public record RelayConfig(
    @Setting(says = "The Modbus line it is on.") String bus,
    @Setting(standard = "1", least = 0, most = 247, says = "Its Modbus unit id.") int unit,
    @Setting(least = 0, most = 65_535, says = "Its coil, zero-based.") int coil,
    @Setting(
            standard = "true",
            says =
                "What the coil shows while the socket has power; false: wired to the normally"
                    + " closed contact.")
        boolean closedValue,
    @Setting(
            least = 0,
            most = 65_535,
            says = "Discrete input that shows the contact's position; without one, the coil does.")
        Optional<Integer> positionInput) {}
