package io.shedwatch.simulation.rules;

import io.shedwatch.testkit.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A measured load: what was measured at which second from its beginning, as it was recorded. */
public record LoadTrace(String name, List<Row> rows) {
  /** One row; seconds from the first one, W. */
  public record Row(double second, double watts) {}

  public LoadTrace {
    rows = List.copyOf(rows);
  }

  /**
   * A whole file; rows whose time does not grow are left out, as the source says there are some.
   */
  static LoadTrace file(String folder, String file, String watts) throws IOException {
    return where(folder, file, watts, "");
  }

  /** The rows of a file that name this socket. */
  public static LoadTrace where(String folder, String file, String watts, String socket)
      throws IOException {
    List<String> lines = Files.readAllLines(Needs.measured(folder).resolve(file));
    List<String> header = Arrays.asList(lines.get(0).split(",", -1));
    List<Row> rows = new ArrayList<>();
    double first = Double.NaN;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (!socket.isEmpty() && !cells[header.indexOf("socket")].equals(socket)) {
        continue;
      }
      double at = seconds(cells[0]);
      first = Double.isNaN(first) ? at : first;
      if (rows.isEmpty() || at - first > rows.get(rows.size() - 1).second()) {
        rows.add(new Row(at - first, Double.parseDouble(cells[header.indexOf(watts)])));
      }
    }
    return new LoadTrace(socket.isEmpty() ? file : file + " " + socket, rows);
  }

  /**
   * The windows of activity of a file, each with a clock of its own: what lay between them was cut
   * out, and an agent would have taken the hours of standby for a full battery and cut the socket.
   */
  static List<LoadTrace> windows(String folder, String file, String watts) throws IOException {
    List<String> lines = Files.readAllLines(Needs.measured(folder).resolve(file));
    List<String> header = Arrays.asList(lines.get(0).split(",", -1));
    Map<String, List<Row>> windows = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      List<Row> rows =
          windows.computeIfAbsent(cells[header.indexOf("window")], window -> new ArrayList<>());
      double at = seconds(cells[0]);
      if (rows.isEmpty() || at > rows.get(rows.size() - 1).second()) {
        rows.add(new Row(at, Double.parseDouble(cells[header.indexOf(watts)])));
      }
    }
    return windows.values().stream().map(rows -> new LoadTrace(file, fromZero(rows))).toList();
  }

  private static List<Row> fromZero(List<Row> rows) {
    double first = rows.get(0).second();
    return rows.stream().map(row -> new Row(row.second() - first, row.watts())).toList();
  }

  double lastSecond() {
    return rows.get(rows.size() - 1).second();
  }

  /**
   * Power on the line between two rows: this makes data up. 0 before the begin and after the end.
   */
  double interpolated(double second) {
    if (second < 0 || second > lastSecond()) {
      return 0;
    }
    int low = 1;
    int after = rows.size() - 1;
    while (low < after) {
      int middle = (low + after) / 2;
      if (rows.get(middle).second() < second) {
        low = middle + 1;
      } else {
        after = middle;
      }
    }
    Row from = rows.get(after - 1);
    Row to = rows.get(after);
    double part = (second - from.second()) / (to.second() - from.second());
    return from.watts() + part * (to.watts() - from.watts());
  }

  private static double seconds(String text) {
    return text.contains("T")
        ? LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC)
        : Double.parseDouble(text);
  }
}
