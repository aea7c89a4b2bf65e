package io.shedwatch.server.export;

import java.util.List;

/**
 * A line of RFC 4180 that spreadsheets open as they should: CRLF, quotes where they are needed, and
 * no cell that a spreadsheet would run.
 */
final class CsvLine {
  /** First of a file: without it Excel takes UTF-8 for the code page of the machine. */
  static final String BYTE_ORDER_MARK = "\uFEFF";

  /** A cell that begins so is a formula for a spreadsheet; full-width forms too (OWASP). */
  private static final String RUNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private CsvLine() {}

  static String of(List<String> cells) {
    StringBuilder line = new StringBuilder(160);
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      quoted(line, guarded(cells.get(i)));
    }
    return line.append("\r\n").toString();
  }

  /** The text with an apostrophe in front where a spreadsheet would run it. */
  static String guarded(String text) {
    String shown = text.stripLeading();
    boolean runs =
        !text.isEmpty()
            && (RUNS.indexOf(text.charAt(0)) >= 0
                || (!shown.isEmpty() && RUNS.indexOf(shown.charAt(0)) >= 0));
    return runs ? "'" + text : text;
  }

  private static void quoted(StringBuilder line, String text) {
    boolean needed =
        text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
    if (!needed) {
      line.append(text);
      return;
    }
    line.append('"').append(text.replace("\"", "\"\"")).append('"');
  }
}
