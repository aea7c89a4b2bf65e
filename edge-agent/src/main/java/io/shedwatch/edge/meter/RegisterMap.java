package io.shedwatch.edge.meter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which quantity stands in which register of a kind of meter. */
final class RegisterMap {
  /** What a meter may measure, with what no meter can mean. */
  enum Quantity {
    VOLTS(0, 1_000),
    AMPERES(0, 1_000),
    WATTS(0, 100_000),
    WATT_HOURS(0, 1e10),
    CELSIUS(-60, 500);

    private final double least;
    private final double most;

    Quantity(double least, double most) {
      this.least = least;
      this.most = most;
    }

    boolean plausible(double value) {
      return value >= least && value <= most;
    }
  }

  /** One request: {@code count} words from {@code first} on. */
  record Block(int function, int first, int count) {}

  /** Registers nearer than this are read in one request; devices refuse gaps that are larger. */
  private static final int MOST_GAP = 8;

  /** The smallest limit of a request that is known (SDM630: 80). */
  private static final int MOST_WORDS = 60;

  private final Map<Quantity, Register> registers;
  private final List<Block> blocks;

  RegisterMap(Map<Quantity, Register> registers) {
    this.registers = new EnumMap<>(registers);
    this.blocks = blocks();
  }

  /** Ready maps: {@code sdm120}, {@code pzem-004t}, {@code ddsu666}. */
  static Optional<RegisterMap> named(String name) {
    return switch (name) {
      case "sdm120" -> Optional.of(floats(4, 1, 0x0000, 0x0006, 0x000C, 0x0048));
      case "ddsu666" -> Optional.of(floats(3, 1_000, 0x2000, 0x2002, 0x2004, 0x4000));
      case "pzem-004t" -> Optional.of(pzem());
      default -> Optional.empty();
    };
  }

  /** Meters that send floats, high word first, and kilowatt hours. */
  private static RegisterMap floats(
      int function, double wattsScale, int volts, int amperes, int watts, int kilowattHours) {
    return new RegisterMap(
        Map.of(
            Quantity.VOLTS, new Register(function, volts, Register.Type.FLOAT32, false, 1),
            Quantity.AMPERES, new Register(function, amperes, Register.Type.FLOAT32, false, 1),
            Quantity.WATTS, new Register(function, watts, Register.Type.FLOAT32, false, wattsScale),
            Quantity.WATT_HOURS,
                new Register(function, kilowattHours, Register.Type.FLOAT32, false, 1_000)));
  }

  private static RegisterMap pzem() {
    return new RegisterMap(
        Map.of(
            Quantity.VOLTS, new Register(4, 0, Register.Type.UINT16, false, 0.1),
            Quantity.AMPERES, new Register(4, 1, Register.Type.UINT32, true, 0.001),
            Quantity.WATTS, new Register(4, 3, Register.Type.UINT32, true, 0.1),
            Quantity.WATT_HOURS, new Register(4, 5, Register.Type.UINT32, true, 1)));
  }

  /** The requests that read it all, in the order of function and address. */
  List<Block> requests() {
    return blocks;
  }

  /**
   * The sample.
   *
   * @param answers the words of each of {@link #requests()}, in their order
   * @return empty when a value is one that no device can mean: then none of them is believed
   */
  Optional<Sample> sample(long at, List<int[]> answers) {
    Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
    for (Map.Entry<Quantity, Register> entry : registers.entrySet()) {
      double value = value(entry.getValue(), answers);
      if (entry.getKey() == Quantity.AMPERES || entry.getKey() == Quantity.WATTS) {
        value = Math.abs(value);
      }
      if (!entry.getKey().plausible(value)) {
        return Optional.empty();
      }
      values.put(entry.getKey(), value);
    }
    return Optional.of(
        new Sample(
            at,
            values.getOrDefault(Quantity.VOLTS, Double.NaN),
            values.getOrDefault(Quantity.AMPERES, Double.NaN),
            values.getOrDefault(Quantity.WATTS, Double.NaN),
            values.getOrDefault(Quantity.WATT_HOURS, Double.NaN),
            values.getOrDefault(Quantity.CELSIUS, Double.NaN),
            Contacts.NONE));
  }

  private double value(Register register, List<int[]> answers) {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean inside =
          block.function() == register.function()
              && register.address() >= block.first()
              && register.address() + register.words() <= block.first() + block.count();
      if (inside) {
        return register.value(answers.get(i), block.first());
      }
    }
    throw new IllegalStateException("no request reads " + register);
  }

  private List<Block> blocks() {
    List<Register> sorted =
        registers.values().stream()
            .sorted(Comparator.comparingInt(Register::function).thenComparing(Register::address))
            .toList();
    List<Block> found = new ArrayList<>();
    for (Register register : sorted) {
      int end = register.address() + register.words();
      Block last = found.isEmpty() ? new Block(0, 0, 0) : found.get(found.size() - 1);
      boolean joins =
          last.function() == register.function()
              && register.address() - (last.first() + last.count()) <= MOST_GAP
              && end - last.first() <= MOST_WORDS;
      if (joins) {
        int count = Math.max(last.count(), end - last.first());
        found.set(found.size() - 1, new Block(last.function(), last.first(), count));
      } else {
        found.add(new Block(register.function(), register.address(), register.words()));
      }
    }
    return List.copyOf(found);
  }
}
