package io.shedwatch.server.export;

import io.shedwatch.server.site.Site;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The monthly report's page on pressure. */
final class PdfMonthPressure {
  private static final float POINTS = 9.5f;
  private static final float[] COLUMNS = {215, 100, 100, 100};

  /** More rows turn another page; the web page shows all. */
  private static final int MOST_GROUPS = 15;

  private static final int MOST_SHEDS = 10;

  private final ExportWords words;
  private final Site site;

  PdfMonthPressure(ExportWords words, Site site) {
    this.words = words;
    this.site = site;
  }

  void write(PdfPaper paper, Monthly month) throws IOException {
    paper.nextPage();
    paper.heading(words.of("飞线压力", "Pressure"), 15);
    flyLines(paper, month.flyLines());
    if (month.pressure().isEmpty()) {
      paper.paragraph(
          words.of("本月还没有扑空的估计。", "There is no estimate of the turned away of this month."),
          POINTS,
          PdfPaper.QUIET);
      return;
    }
    TurnedAway pressure = month.pressure().get();
    told(paper, pressure);
    groups(paper, pressure);
    sheds(paper, pressure);
  }

  private void flyLines(PdfPaper paper, Monthly.FlyLines lines) throws IOException {
    float[] pair = {330, 185};
    List<List<String>> rows =
        List.of(
            List.of(
                words.of("居民上报的飞线", "Fly-lines that residents reported"), "" + lines.reported()),
            List.of(
                words.of("巡查走到的楼栋（次）", "Buildings that patrols looked at"), "" + lines.visits()),
            List.of(words.of("巡查发现的飞线", "Fly-lines that patrols found"), "" + lines.found()),
            List.of(words.of("其中已拆除", "Of those taken down"), "" + lines.cleared()));
    for (List<String> row : rows) {
      paper.cells(row, pair, POINTS, PdfPaper.INK);
    }
  }

  private void told(PdfPaper paper, TurnedAway pressure) throws IOException {
    paper.heading(words.of("扑空（找不到空闲插座的人，估计）", "Turned away (found no free socket; estimate)"), 13);
    TurnedAway.Range total = pressure.total();
    paper.paragraph(
        words.of(
            "合计约 "
                + number(total.estimate())
                + "（九成把握在 "
                + number(total.low())
                + " 到 "
                + number(total.high())
                + " 之间）",
            "About "
                + number(total.estimate())
                + " in all (nine times out of ten between "
                + number(total.low())
                + " and "
                + number(total.high())
                + ")"),
        12,
        PdfPaper.INK);
    String at = PdfPaper.time(pressure.fittedAt(), site.timezone());
    paper.paragraph(
        words.of(
            "没有人能数得到扑空的人，以上和以下都是估计值。最近一次估计："
                + at
                + "；本月有 "
                + pressure.days()
                + " 天已估计，车棚失联共 "
                + number(pressure.darkHours())
                + " 小时。不足 10 户的楼栋组不显示，也不计入合计。",
            "Nobody can count the turned away: all these numbers are estimates. Newest estimate: "
                + at
                + "; "
                + pressure.days()
                + " days of the month are estimated; sheds were not seen for "
                + number(pressure.darkHours())
                + " hours in all. Groups of buildings under ten households are not shown and are in"
                + " no total."),
        POINTS,
        PdfPaper.QUIET);
  }

  private void groups(PdfPaper paper, TurnedAway pressure) throws IOException {
    paper.heading(words.of("按楼栋组", "By group of buildings"), 13);
    head(
        paper,
        words.of("楼栋", "Buildings"),
        words.of("扑空（估计）", "Turned away (est.)"),
        words.of("九成区间", "90 % interval"),
        "");
    for (TurnedAway.Group one : pressure.groups().stream().limit(MOST_GROUPS).toList()) {
      String names =
          one.buildings().stream()
              .map(this::building)
              .collect(Collectors.joining(words.of("、", ", ")));
      row(paper, names, number(one.turnedAway().estimate()), interval(one.turnedAway()), "");
    }
    int more = pressure.groups().size() - MOST_GROUPS;
    if (more > 0) {
      paper.paragraph(
          words.of("其余 " + more + " 组见网页。", more + " more groups are on the web page."),
          POINTS,
          PdfPaper.QUIET);
    }
  }

  private void sheds(PdfPaper paper, TurnedAway pressure) throws IOException {
    paper.heading(words.of("满位最久的车棚", "Sheds that were full longest"), 13);
    head(
        paper,
        words.of("车棚", "Shed"),
        words.of("满位（小时）", "Full (hours)"),
        words.of("到达", "Arrivals"),
        words.of("扑空（估计）", "Turned away (est.)"));
    for (TurnedAway.Shed one : pressure.sheds().stream().limit(MOST_SHEDS).toList()) {
      row(
          paper,
          shed(one.shed()),
          number(one.fullHours()),
          "" + one.arrivals(),
          number(one.turnedAway().estimate()) + " (" + interval(one.turnedAway()) + ")");
    }
  }

  private void head(PdfPaper paper, String... names) throws IOException {
    paper.cells(List.of(names), COLUMNS, POINTS, PdfPaper.QUIET);
  }

  private void row(PdfPaper paper, String... values) throws IOException {
    paper.cells(List.of(values), COLUMNS, POINTS, PdfPaper.INK);
  }

  private String building(String id) {
    return site.buildings().stream()
        .filter(one -> one.building().equals(id))
        .map(one -> words.of(one.name().zh(), one.name().en()))
        .findFirst()
        .orElse(id);
  }

  private String shed(String id) {
    return site.shed(id).map(one -> words.of(one.name().zh(), one.name().en())).orElse(id);
  }

  private static String interval(TurnedAway.Range range) {
    return number(range.low()) + " – " + number(range.high());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
