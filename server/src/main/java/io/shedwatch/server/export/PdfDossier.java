package io.shedwatch.server.export;

import io.shedwatch.server.incident.StoredEvent;
import io.shedwatch.server.site.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** One incident on paper: facts, the curve around it, what happened, photos, and its hashes. */
final class PdfDossier {
  private static final float POINTS = 9;
  private static final float[] FACTS = {110, 405};
  private static final float[] STORY = {105, 80, 70, 260};
  private static final float PHOTO_HEIGHT = 330;

  private final ExportWords words;
  private final Site site;
  private final DateTimeFormatter times;

  PdfDossier(ExportWords words, Site site) {
    this.words = words;
    this.site = site;
    this.times = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(site.timezone());
  }

  void write(Dossier dossier, Instant now, OutputStream out) throws IOException {
    String name = words.of(site.name().zh(), site.name().en());
    String foot =
        words.of("车棚守望 · " + name + " · 打印于 ", "ShedWatch · " + name + " · printed ")
            + PdfPaper.time(now, site.timezone());
    try (PdfPaper paper = PdfPaper.upright(foot)) {
      ExportRow row = dossier.row();
      paper.heading(words.word(row.incident().kind()) + " · " + row.place(words, site), 16);
      facts(paper, row);
      curve(paper, dossier);
      story(paper, dossier.events());
      for (byte[] photo : dossier.photos()) {
        paper.photo(photo, PHOTO_HEIGHT);
      }
      chain(paper, dossier.events());
      paper.save(out);
    }
  }

  private void facts(PdfPaper paper, ExportRow row) throws IOException {
    fact(paper, words.of("编号", "Incident"), Optional.of(row.incident().incident()));
    fact(paper, words.of("级别", "Severity"), Optional.of(words.word(row.incident().severity())));
    fact(paper, words.of("状态", "State"), Optional.of(words.word(row.incident().state())));
    fact(paper, words.of("发生时间", "Opened"), time(Optional.of(row.incident().openedAt())));
    fact(paper, words.of("确认", "Acknowledged"), time(row.acknowledgedAt()));
    fact(
        paper,
        words.of("负责人", "Assigned to"),
        row.incident()
            .assignedTo()
            .map(who -> who + row.incident().party().map(p -> " · " + words.word(p)).orElse("")));
    fact(paper, words.of("期限", "Due"), time(row.incident().dueAt()));
    fact(paper, words.of("解决", "Resolved"), time(row.resolvedAt()));
    fact(paper, words.of("处理方式", "Way"), row.incident().way().map(words::word));
    fact(paper, words.of("处理结果", "Solution"), row.solution());
  }

  private void fact(PdfPaper paper, String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      paper.cells(List.of(name, value.get()), FACTS, POINTS, PdfPaper.INK);
    }
  }

  private Optional<String> time(Optional<Instant> at) {
    return at.map(times::format);
  }

  private void curve(PdfPaper paper, Dossier dossier) throws IOException {
    if (dossier.row().incident().shed().isEmpty()) {
      return;
    }
    paper.heading(words.of("前后 10 分钟的功率", "Power from 10 min before to 10 min after"), 12);
    if (dossier.curve().isEmpty()) {
      paper.paragraph(
          words.of(
              "证据尚未封存：事件发生 11 分钟后自动封存。",
              "The evidence is not frozen yet: that is done 11 minutes after the incident."),
          POINTS,
          PdfPaper.QUIET);
    } else if (dossier.curve().get().sockets().isEmpty()) {
      paper.paragraph(
          words.of("这段时间没有功率读数。", "No power was measured in this time."), POINTS, PdfPaper.QUIET);
    } else {
      long at = dossier.row().incident().openedAt().toEpochMilli();
      PdfCurve.draw(paper, dossier.curve().get(), at, site.timezone());
    }
  }

  private void story(PdfPaper paper, List<StoredEvent> events) throws IOException {
    paper.heading(words.of("经过", "What happened"), 12);
    for (StoredEvent stored : events) {
      paper.cells(
          List.of(
              times.format(Instant.ofEpochMilli(stored.event().at())),
              words.word(stored.event().event()),
              words.word(stored.event().who()),
              stored.text().orElse("")),
          STORY,
          POINTS,
          PdfPaper.INK);
    }
  }

  /** What a reader needs to compare this paper with the log. */
  private void chain(PdfPaper paper, List<StoredEvent> events) throws IOException {
    if (events.isEmpty()) {
      return;
    }
    StoredEvent last = events.get(events.size() - 1);
    paper.heading(words.of("核验", "Verification"), 12);
    paper.paragraph(
        words.of(
                "最后一条记录的编号与哈希（与导出的日志核对）：",
                "Number and hash of the last event, to be compared" + " with an exported log: ")
            + last.number()
            + " · "
            + last.hash(),
        POINTS,
        PdfPaper.QUIET);
  }
}
