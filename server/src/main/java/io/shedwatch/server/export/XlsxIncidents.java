package io.shedwatch.server.export;

import io.shedwatch.server.site.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of one sheet, written row by row. Texts are texts: a cell of this format never runs
 * what it holds unless it says that it is a formula, and none of ours does.
 */
final class XlsxIncidents implements AutoCloseable {
  /** So many rows are held before they are written. */
  private static final int FLUSH_ROWS = 200;

  /** A sheet has no more; the rest would be lost without a word. */
  static final int MOST_ROWS = 1_048_575;

  private static final String TIME_FORMAT = "yyyy-mm-dd hh:mm:ss";
  private static final int TEXT_WIDTH = 14;
  private static final int TIME_WIDTH = 20;

  private final Workbook book;
  private final Worksheet sheet;
  private final ExportWords words;
  private final Site site;
  private int row;

  XlsxIncidents(OutputStream out, ExportWords words, Site site) {
    this.book = new Workbook(out, "ShedWatch", "1.0");
    this.sheet = book.newWorksheet(words.of("事件", "Incidents"));
    this.words = words;
    this.site = site;
    List<String> columns = words.columns();
    for (int i = 0; i < columns.size(); i++) {
      sheet.width(i, ExportRow.TIMES.contains(i) ? TIME_WIDTH : TEXT_WIDTH);
      sheet.value(0, i, columns.get(i));
      sheet.style(0, i).bold().set();
    }
    sheet.freezePane(0, 1);
    row = 1;
  }

  void row(ExportRow incident) throws IOException {
    if (row > MOST_ROWS) {
      throw new IOException("a sheet has at most " + MOST_ROWS + " rows");
    }
    List<ExportRow.Cell> cells = incident.cells(words, site);
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).time().isPresent()) {
        LocalDateTime local = LocalDateTime.ofInstant(cells.get(i).time().get(), site.timezone());
        sheet.value(row, i, local);
        sheet.style(row, i).format(TIME_FORMAT).set();
      } else if (!cells.get(i).text().isEmpty()) {
        sheet.inlineString(row, i, cells.get(i).text());
      }
    }
    row++;
    if (row % FLUSH_ROWS == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    book.finish();
  }
}
