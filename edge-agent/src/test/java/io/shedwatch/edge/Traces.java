package io.shedwatch.edge;

import io.shedwatch.testkit.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The measured traces, as points in time. Tests without them are skipped: "no data". */
public final class Traces {
  /** One measured row: {@code at} in milliseconds, the rest in the columns' units. */
  public record Point(long at, double watts, double amperes) {}

  private Traces() {}

  /** One socket of the Kasa log: 5 to 10 min steps. */
  public static List<Point> kasa(String file, String socket) {
    List<Point> points = new ArrayList<>();
    for (Map<String, String> row : rows(Needs.measured("ebike-chargers-kasa").resolve(file))) {
      if (row.getOrDefault("socket", "").equals(socket)) {
        points.add(new Point(local(row, "time_local"), number(row, "power_w"), Double.NaN));
      }
    }
    return points;
  }

  /** Power bank or watch: 20 s steps. */
  public static List<Point> small(String file) {
    return rows(Needs.measured("small-chargers").resolve(file)).stream()
        .map(
            row ->
                new Point((long) (number(row, "t_s") * 1_000), number(row, "power_w"), Double.NaN))
        .toList();
  }

  /** Loads of the laboratory: 1 s steps, with amperes. */
  public static List<Point> lab(String file) {
    return rows(Needs.measured("lab-kettle-vacuum-heater").resolve(file)).stream()
        .map(
            row ->
                new Point(
                    local(row, "time_local"),
                    number(row, "active_w"),
                    number(row, "current_rms_a")))
        .toList();
  }

  /** Appliances: about 1 s steps, no amperes. */
  public static List<Point> appliance(String file) {
    return rows(Needs.measured("tracebase-appliances").resolve(file)).stream()
        .map(row -> new Point(local(row, "time_local"), number(row, "power_1s_w"), Double.NaN))
        .toList();
  }

  /** A local time of a log, as milliseconds. */
  public static long at(String local) {
    return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static long local(Map<String, String> row, String column) {
    return at(row.getOrDefault(column, ""));
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.getOrDefault(column, ""));
  }

  private static List<Map<String, String>> rows(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      List<String> names = Arrays.asList(lines.get(0).split(",", -1));
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        Map<String, String> row = new java.util.HashMap<>();
        for (int i = 0; i < cells.length; i++) {
          row.put(names.get(i), cells[i]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
