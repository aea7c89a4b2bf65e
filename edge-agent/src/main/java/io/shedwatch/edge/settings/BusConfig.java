package io.shedwatch.edge.settings;

import java.util.Optional;

/** One Modbus line. */
public record BusConfig(
    @Setting(standard = "tcp", says = "tcp: a device or gateway; rtu: a serial line.") Kind kind,
    @Setting(says = "Host of a tcp line.") Optional<String> host,
    @Setting(standard = "502", least = 1, most = 65_535, says = "Port of a tcp line.") int port,
    @Setting(says = "Serial port of an rtu line, as in /dev/ttyUSB0.") Optional<String> device,
    @Setting(
            standard = "9600",
            unit = "baud",
            least = 1_200,
            most = 115_200,
            says = "Speed of an rtu line.")
        int baud,
    @Setting(standard = "none", says = "Parity of an rtu line: none, even or odd.") Parity parity,
    @Setting(standard = "1", least = 1, most = 2, says = "Stop bits of an rtu line.") int stopBits,
    @Setting(
            standard = "300",
            unit = "ms",
            least = 50,
            most = 5_000,
            says = "How long a device may take to answer; each silent one costs its line this.")
        int timeoutMillis,
    @Setting(
            standard = "2",
            least = 1,
            most = 2,
            says =
                "2: relays have a connection of their own and never wait for a meter; 1: for a"
                    + " gateway that takes only one.")
        int connections) {
  /** The two ways to speak Modbus. */
  public enum Kind {
    TCP,
    RTU
  }

  /** Of a serial line. */
  public enum Parity {
    NONE,
    EVEN,
    ODD
  }

  public BusConfig {
    if (kind == Kind.TCP && host.isEmpty()) {
      throw new IllegalArgumentException("a tcp line needs its host");
    }
    if (kind == Kind.RTU && device.isEmpty()) {
      throw new IllegalArgumentException("an rtu line needs its device");
    }
  }
}
