package io.shedwatch.edge.meter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A meter on a Modbus line, over TCP or RTU. */
public final class ModbusMeter implements Meter, ModbusTask {
  private final ModbusBus bus;
  private final int unit;
  private final RegisterMap map;
  private final Runnable fresh;
  private volatile Sample last = Sample.NONE;

  ModbusMeter(ModbusBus bus, int unit, RegisterMap map, Runnable fresh) {
    this.bus = bus;
    this.unit = unit;
    this.map = map;
    this.fresh = fresh;
    bus.add(this);
  }

  @Override
  public Sample sample() {
    return last;
  }

  @Override
  public void run(ModbusLine line) throws IOException {
    List<int[]> answers = new ArrayList<>(map.requests().size());
    for (RegisterMap.Block block : map.requests()) {
      answers.add(line.registers(unit, block.function(), block.first(), block.count()));
    }
    Optional<Sample> sample = map.sample(bus.clock().millis(), answers);
    if (sample.isEmpty()) {
      throw new ModbusLine.Refused(
          "unit " + unit + " shows what no meter can mean", new IllegalStateException("absurd"));
    }
    last = sample.get();
    fresh.run();
  }

  @Override
  public void failed(String why) {
    // The last sample grows old, and the watch over the meter says so.
  }

  @Override
  public String name() {
    return "meter-" + unit;
  }
}
