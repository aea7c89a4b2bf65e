package io.shedwatch.edge.meter;

/**
 * Where one quantity stands in a Modbus device.
 *
 * @param function 3: holding registers, 4: input registers
 * @param address zero-based, as on the wire
 * @param lowWordFirst of a value of two words; most devices send the high word first
 * @param scale what one count is worth in V, A, W, Wh or degrees Celsius
 */
record Register(int function, int address, Type type, boolean lowWordFirst, double scale) {
  /** How a value is written. */
  enum Type {
    UINT16(1),
    INT16(1),
    UINT32(2),
    INT32(2),
    FLOAT32(2);

    private final int words;

    Type(int words) {
      this.words = words;
    }
  }

  int words() {
    return type.words;
  }

  /**
   * The value.
   *
   * @param words unsigned 16-bit words, from address {@code first} on
   */
  double value(int[] words, int first) {
    int at = address - first;
    if (type.words == 1) {
      return scale * (type == Type.INT16 ? (short) words[at] : words[at]);
    }
    long high = words[lowWordFirst ? at + 1 : at];
    long low = words[lowWordFirst ? at : at + 1];
    long bits = (high << 16) | low;
    return switch (type) {
      case UINT32 -> scale * bits;
      case INT32 -> scale * (int) bits;
      default -> scale * Float.intBitsToFloat((int) bits);
    };
  }
}
