package io.shedwatch.edge.meter;

import java.io.IOException;

/** Where Modbus devices are reached: a TCP address or a serial port. */
public interface ModbusPort {
  /**
   * Connects.
   *
   * @throws IOException when nobody is there, with the reason
   */
  ModbusLine connect() throws IOException;

  /** For the log and for threads' names. */
  String name();
}
