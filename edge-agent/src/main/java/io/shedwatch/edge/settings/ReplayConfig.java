package io.shedwatch.edge.settings;

import java.nio.file.Path;
import java.util.Optional;

/** A recorded trace: a CSV file with a header. */
public record ReplayConfig(
    @Setting(says = "The CSV file.") Path file,
    @Setting(
            standard = "at",
            says = "Column of the time: seconds, or ISO 8601 as in 2023-06-24T02:48:10.")
        String time,
    @Setting(standard = "watts", says = "Column of the power, W.") String watts,
    @Setting(says = "Column of the current, A.") Optional<String> amperes,
    @Setting(says = "Column of the voltage, V.") Optional<String> volts,
    @Setting(says = "Only rows whose whereColumn holds whereValue are played.")
        Optional<String> whereColumn,
    @Setting(says = "See whereColumn.") Optional<String> whereValue,
    @Setting(standard = "true", says = "Between two rows: true: linear; false: the earlier one.")
        boolean linear) {
  public ReplayConfig {
    if (whereColumn.isPresent() != whereValue.isPresent()) {
      throw new IllegalArgumentException("whereColumn and whereValue go together");
    }
  }
}
