package io.shedwatch.server.export;

import io.shedwatch.server.site.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** The incidents as a table on paper, the newest first. */
final class PdfIncidents implements AutoCloseable {
  private static final float POINTS = 8;
  private static final float[] WIDTHS = {92, 44, 84, 130, 52, 120, 240};

  private final PdfPaper paper;
  private final ExportWords words;
  private final Site site;
  private final DateTimeFormatter times;

  PdfIncidents(ExportWords words, Site site, Instant now) throws IOException {
    this.words = words;
    this.site = site;
    this.times = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(site.timezone());
    String name = words.of(site.name().zh(), site.name().en());
    this.paper =
        PdfPaper.lying(
            words.of("车棚守望 · " + name + " · 导出于 ", "ShedWatch · " + name + " · exported ")
                + PdfPaper.time(now, site.timezone()));
    paper.heading(words.of("事件记录", "Incident log"), 16);
    head();
  }

  private void head() throws IOException {
    paper.cells(
        List.of(
            words.of("时间", "Opened"),
            words.of("级别", "Severity"),
            words.of("类型", "Kind"),
            words.of("地点", "Place"),
            words.of("状态", "State"),
            words.of("负责人 / 期限", "Assigned to / due"),
            words.of("处理结果", "Solution")),
        WIDTHS,
        POINTS,
        PdfPaper.QUIET);
  }

  void row(ExportRow row) throws IOException {
    if (paper.need(POINTS * 3 * 1.45f + 4)) {
      head();
    }
    Optional<String> due = row.incident().dueAt().map(times::format);
    paper.cells(
        List.of(
            times.format(row.incident().openedAt()),
            words.word(row.incident().severity()),
            words.word(row.incident().kind()),
            row.place(words, site),
            words.word(row.incident().state()),
            row.incident().assignedTo().orElse("") + due.map(date -> " / " + date).orElse(""),
            row.solution().orElse("")),
        WIDTHS,
        POINTS,
        PdfPaper.INK);
  }

  void save(OutputStream out) throws IOException {
    paper.save(out);
  }

  @Override
  public void close() throws IOException {
    paper.close();
  }
}
