package io.shedwatch.edge.settings;

/** A dry contact behind a Modbus bit. */
public record ContactConfig(
    @Setting(says = "The Modbus line it is on.") String bus,
    @Setting(standard = "1", least = 0, most = 247, says = "Its Modbus unit id.") int unit,
    @Setting(standard = "2", least = 1, most = 2, says = "1: a coil; 2: a discrete input.")
        int function,
    @Setting(least = 0, most = 65_535, says = "Its address, zero-based.") int address,
    @Setting(standard = "true", says = "What the bit shows while the contact means yes.")
        boolean onValue) {}
