package io.shedwatch.edge.settings;

/** One register. */
public record RegisterConfig(
    @Setting(
            standard = "4",
            least = 3,
            most = 4,
            says = "3: holding registers; 4: input registers.")
        int function,
    @Setting(least = 0, most = 65_535, says = "Address, zero-based, as 0x000C or 12.") int address,
    @Setting(standard = "float32", says = "uint16, int16, uint32, int32 or float32.") Kind type,
    @Setting(standard = "high-first", says = "Of two words: high-first or low-first.") Order words,
    @Setting(
            standard = "1",
            least = 1e-9,
            most = 1e9,
            says = "What one count is worth in the quantity's unit (1000 for a counter in kWh).")
        double scale) {
  /** How a value is written. */
  public enum Kind {
    UINT16,
    INT16,
    UINT32,
    INT32,
    FLOAT32
  }

  /** Which word of two comes first. */
  public enum Order {
    HIGH_FIRST,
    LOW_FIRST
  }
}
