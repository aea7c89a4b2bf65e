package io.shedwatch.server.export;

import io.shedwatch.server.site.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The monthly report on paper. */
final class PdfMonthly {
  private static final float POINTS = 9.5f;
  private static final float[] PAIR = {330, 185};

  private final ExportWords words;
  private final Site site;

  PdfMonthly(ExportWords words, Site site) {
    this.words = words;
    this.site = site;
  }

  void write(Monthly month, Instant now, OutputStream out) throws IOException {
    String name = words.of(site.name().zh(), site.name().en());
    ZoneId place = site.timezone();
    String foot =
        words.of("车棚守望 · " + name + " · 打印于 ", "ShedWatch · " + name + " · printed ")
            + PdfPaper.time(now, place);
    try (PdfPaper paper = PdfPaper.upright(foot)) {
      paper.heading(
          words.of(
              name + " " + month.month() + " 安全月报", "Safety report " + month.month() + ", " + name),
          17);
      paper.paragraph(
          PdfPaper.time(month.from(), place) + " – " + PdfPaper.time(month.to(), place),
          POINTS,
          PdfPaper.QUIET);
      incidents(paper, month);
      alerts(paper, month.alerts());
      new PdfMonthPressure(words, site).write(paper, month);
      paper.save(out);
    }
  }

  private void incidents(PdfPaper paper, Monthly month) throws IOException {
    paper.heading(words.of("事件", "Incidents"), 13);
    pair(paper, words.of("事件总数（不含演练）", "All, without drills"), "" + month.incidents());
    pair(paper, words.of("尚未解决", "Not resolved yet"), "" + month.stillOpen());
    pair(paper, words.of("其中已逾期", "Of those overdue"), "" + month.overdue());
    times(paper, words.of("确认用时", "Time to acknowledge"), month.acknowledge());
    times(paper, words.of("解决用时", "Time to resolve"), month.close());
    pair(paper, words.of("充电次数", "Charging sessions"), "" + month.sessions());
    pair(
        paper,
        words.of("充电电量", "Energy charged"),
        String.format(java.util.Locale.ROOT, "%.1f kWh", month.wattHours() / 1000));
    paper.heading(words.of("按类型", "By kind"), 13);
    for (MonthlyShape.CountShape one : MonthlyShape.counts(month.kinds())) {
      pair(paper, words.word(one.name()), "" + one.count());
    }
    paper.heading(words.of("按车棚", "By shed"), 13);
    for (MonthlyShape.CountShape one : MonthlyShape.counts(month.sheds())) {
      pair(paper, shed(one.name()), "" + one.count());
    }
  }

  private void alerts(PdfPaper paper, AlarmFigures.Result alerts) throws IOException {
    paper.heading(words.of("告警质量（ISA-18.2）", "How good the alerts were (ISA-18.2)"), 13);
    pair(paper, words.of("告警总数", "Alerts"), "" + alerts.alerts());
    pair(paper, words.of("日均", "A day"), number(alerts.perDay()));
    pair(paper, words.of("最多的 10 分钟内", "In the worst 10 minutes"), "" + alerts.peak());
    pair(
        paper,
        words.of("告警泛滥时间占比（10 分钟内超过 10 条）", "Share of time in a flood (over 10 in 10 min)"),
        number(alerts.floodShare() * 100) + " %");
    pair(paper, words.of("滞留告警（持续超过 24 小时）", "Standing (over 24 h)"), "" + alerts.standing());
    pair(
        paper,
        words.of("抖动告警（同一对象 10 分钟内 3 次）", "Chattering (3 of one subject in 10 min)"),
        "" + alerts.chattering().size());
    pair(
        paper,
        words.of("最频繁的 10 个对象占全部告警", "What the ten most frequent make of all"),
        number(alerts.topShare() * 100) + " %");
    for (AlarmFigures.Count one : alerts.top()) {
      int socket = one.subject().socket();
      String place =
          shed(one.subject().shed())
              + (socket > 0 ? words.of(" " + socket + " 号插座", ", socket " + socket) : "");
      pair(paper, words.word(one.subject().kind()) + " · " + place, "" + one.count());
    }
  }

  private void times(PdfPaper paper, String name, Monthly.Times times) throws IOException {
    String title = name + words.of("（" + times.count() + " 件）", " (" + times.count() + ")");
    if (times.median().isEmpty() || times.ninth().isEmpty()) {
      pair(paper, title, "–");
      return;
    }
    String median = length(times.median().get());
    String ninth = length(times.ninth().get());
    pair(
        paper,
        title,
        words.of(
            "中位 " + median + "，九成在 " + ninth + " 内", "median " + median + ", 90 % in " + ninth));
  }

  private String length(Duration took) {
    if (took.compareTo(Duration.ofHours(2)) < 0) {
      return took.toMinutes() + words.of(" 分钟", " min");
    }
    return number(took.toMinutes() / 60.0) + words.of(" 小时", " h");
  }

  private String shed(String id) {
    Optional<String> name =
        site.sheds().stream()
            .filter(one -> one.shed().value().equals(id))
            .map(one -> words.of(one.name().zh(), one.name().en()))
            .findFirst();
    return name.orElse(id.isEmpty() ? words.of("车棚以外", "Not at a shed") : id);
  }

  private void pair(PdfPaper paper, String name, String value) throws IOException {
    paper.cells(List.of(name, value), PAIR, POINTS, PdfPaper.INK);
  }

  private static String number(double value) {
    return String.format(java.util.Locale.ROOT, "%.1f", value);
  }
}
