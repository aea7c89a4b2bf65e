package io.shedwatch.edge.meter;

import java.io.IOException;

/** A dry contact behind a coil or a discrete input of a Modbus device. */
final class ModbusContact implements ModbusTask {
  /**
   * Where the contact is.
   *
   * @param function 1: coil, 2: discrete input
   * @param onValue what the bit shows while the contact says "on"
   */
  record Wiring(int unit, int function, int address, boolean onValue) {}

  private final Wiring wiring;
  private final Runnable changed;
  private volatile Contact last = Contact.UNKNOWN;

  ModbusContact(ModbusBus bus, Wiring wiring, Runnable changed) {
    this.wiring = wiring;
    this.changed = changed;
    bus.add(this);
  }

  Contact contact() {
    return last;
  }

  @Override
  public void run(ModbusLine line) throws IOException {
    boolean shown = line.bit(wiring.unit(), wiring.function(), wiring.address());
    Contact before = last;
    last = Contact.of(shown == wiring.onValue());
    if (last != before) {
      changed.run();
    }
  }

  @Override
  public void failed(String why) {
    last = Contact.SILENT;
  }

  @Override
  public String name() {
    return "contact-" + wiring.unit() + "-" + wiring.address();
  }
}
