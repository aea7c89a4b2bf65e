package io.shedwatch.edge.meter;

import io.shedwatch.edge.settings.ReplayConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a trace from a CSV file with a header; plain commas, no quotes. */
final class FileTrace {
  /** A day at one row a second, five times over; a larger file would not fit the box. */
  private static final int MOST_ROWS = 500_000;

  private final ReplayConfig config;
  private final List<String> header;

  private FileTrace(ReplayConfig config, List<String> header) {
    this.config = config;
    this.header = header;
  }

  /**
   * Reads the trace that the settings name.
   *
   * @throws IOException with the file, the line and what is wrong there
   */
  static Trace read(ReplayConfig config) throws IOException {
    List<String> lines = Files.readAllLines(config.file());
    if (lines.size() < 2 || lines.size() > MOST_ROWS) {
      throw new IOException(
          config.file() + ": a trace has a header and 1 to " + MOST_ROWS + " rows");
    }
    FileTrace reader = new FileTrace(config, cells(lines.get(0)));
    List<Trace.Row> rows = new ArrayList<>(lines.size());
    double first = Double.NaN;
    for (int i = 1; i < lines.size(); i++) {
      try {
        Optional<Trace.Row> row = reader.row(cells(lines.get(i)), first);
        row.ifPresent(rows::add);
        first = Double.isNaN(first) && row.isPresent() ? reader.second(lines.get(i)) : first;
      } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
        throw new IOException(config.file() + ": line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    try {
      return new Trace(rows, config.linear());
    } catch (IllegalArgumentException e) {
      throw new IOException(config.file() + ": " + e.getMessage(), e);
    }
  }

  private Optional<Trace.Row> row(List<String> cells, double first) {
    boolean other =
        config.whereColumn().isPresent()
            && !cells.get(column(config.whereColumn().get())).equals(config.whereValue().get());
    if (other) {
      return Optional.empty();
    }
    double second = seconds(cells.get(column(config.time())));
    return Optional.of(
        new Trace.Row(
            Double.isNaN(first) ? 0 : second - first,
            number(cells, config.volts()),
            number(cells, config.amperes()),
            number(cells, Optional.of(config.watts()))));
  }

  private double second(String line) {
    return seconds(cells(line).get(column(config.time())));
  }

  private double number(List<String> cells, Optional<String> name) {
    return name.isEmpty() ? Double.NaN : Double.parseDouble(cells.get(column(name.get())));
  }

  private int column(String name) {
    int at = header.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException(
          "there is no column '" + name + "' among " + String.join(", ", header));
    }
    return at;
  }

  private static double seconds(String text) {
    return text.contains("T")
        ? LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC)
        : Double.parseDouble(text);
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split(",", -1));
  }
}
