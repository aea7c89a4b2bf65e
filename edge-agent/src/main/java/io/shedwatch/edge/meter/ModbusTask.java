package io.shedwatch.edge.meter;

import java.io.IOException;

/** What a bus does again and again for one device; all methods on the bus's thread. */
interface ModbusTask {
  /** Asks the device; what it learns it keeps for its readers. */
  void run(ModbusLine line) throws IOException;

  /** The device was silent, refused, or could not be reached. */
  void failed(String why);

  /** Whether it must run before all that is merely due. */
  default boolean urgent() {
    return false;
  }

  /** For the log. */
  String name();
}
