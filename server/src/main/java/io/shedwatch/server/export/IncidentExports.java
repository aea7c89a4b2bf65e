package io.shedwatch.server.export;

import io.shedwatch.server.incident.IncidentQuery;
import io.shedwatch.server.incident.chain.JdbcLog;
import io.shedwatch.server.incident.chain.LogEntry;
import io.shedwatch.server.incident.chain.LogLine;
import io.shedwatch.server.site.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.sql.DataSource;

/** Writes the incident log in the formats that leave the house, a page of rows in memory. */
final class IncidentExports {
  private final JdbcExportRows rows;
  private final JdbcLog log;
  private final Site site;

  IncidentExports(DataSource database, Site site) {
    this.rows = new JdbcExportRows(database, site.site());
    this.log = new JdbcLog(database, site.site());
    this.site = site;
  }

  /** A table for any spreadsheet. */
  void csv(IncidentQuery query, ExportWords words, OutputStream out)
      throws SQLException, IOException {
    DateTimeFormatter time =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(site.timezone());
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(CsvLine.BYTE_ORDER_MARK);
    writer.write(CsvLine.of(words.columns()));
    rows.each(
        query,
        row -> {
          List<String> cells =
              row.cells(words, site).stream()
                  .map(cell -> cell.time().map(time::format).orElse(cell.text()))
                  .toList();
          writer.write(CsvLine.of(cells));
        });
    writer.flush();
  }

  /** A workbook. */
  void xlsx(IncidentQuery query, ExportWords words, OutputStream out)
      throws SQLException, IOException {
    try (XlsxIncidents sheet = new XlsxIncidents(out, words, site)) {
      rows.each(query, sheet::row);
    }
  }

  /** A table on paper. */
  void pdf(IncidentQuery query, ExportWords words, Instant now, OutputStream out)
      throws SQLException, IOException {
    try (PdfIncidents paper = new PdfIncidents(words, site, now)) {
      rows.each(query, paper::row);
      paper.save(out);
    }
  }

  /** The whole log as {@code verify-log} reads it, from its first event to the newest. */
  void jsonl(OutputStream out) throws SQLException, IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    long after = 0;
    List<LogEntry> page = log.page(after);
    while (!page.isEmpty()) {
      for (LogEntry entry : page) {
        writer.write(LogLine.of(entry));
        writer.write('\n');
        after = entry.number();
      }
      page = log.page(after);
    }
    writer.flush();
  }
}
