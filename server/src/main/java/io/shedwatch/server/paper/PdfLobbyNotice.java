package io.shedwatch.server.paper;

import io.shedwatch.server.export.PdfPaper;
import io.shedwatch.server.pressure.map.JdbcShedWeek;
import io.shedwatch.server.site.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** The week's notice for the lift lobby, one page. */
final class PdfLobbyNotice {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");
  private static final float POINTS = 16;
  private static final float BARS_HEIGHT = 90;
  private static final float CODE_SIDE = 120;

  private final Print print;
  private final Optional<PublicAddress> address;

  PdfLobbyNotice(Print print, Optional<PublicAddress> address) {
    this.print = print;
    this.address = address;
  }

  void write(JdbcShedWeek.Week week, OutputStream out) throws IOException {
    LobbyNotice notice = LobbyNotice.of(week);
    try (PdfPaper paper = PdfPaper.upright(print.foot())) {
      paper.centred(print.site().name().zh(), 18, PdfPaper.QUIET);
      paper.centred("充电车棚一周公告", 40, PdfPaper.INK);
      paper.centred(
          DAY.format(week.first()) + "至" + DAY.format(week.last()), POINTS, PdfPaper.QUIET);
      if (notice.tooFew()) {
        tooFew(paper, week, notice);
      } else {
        evenings(paper, notice);
        day(paper, notice);
        source(paper, week, notice);
      }
      last(paper);
      paper.save(out);
    }
  }

  private static void tooFew(PdfPaper paper, JdbcShedWeek.Week week, LobbyNotice notice)
      throws IOException {
    paper.heading("这一周的记录还太少", 22);
    paper.paragraph(tooFewWords(week.sheds().size(), notice.ranked()), POINTS, PdfPaper.INK);
  }

  /** In the first week of an estate no shed has evenings enough: then nothing is counted. */
  static String tooFewWords(int sheds, int ranked) {
    return ranked == 0
        ? "车棚的记录刚刚开始。有四个以上傍晚的记录后，这里会写出哪里满、哪里空、几点容易有空位。"
        : sheds + " 个车棚中，" + ranked + " 个在这七天里有四个以上傍晚的记录，还不能比较哪里满、哪里空。";
  }

  private void evenings(PdfPaper paper, LobbyNotice notice) throws IOException {
    String hours = "（" + LobbyNotice.EVENING_FROM + "–" + LobbyNotice.EVENING_TO + " 点）";
    paper.heading("傍晚最满的车棚" + hours, 20);
    lines(paper, notice.fullest());
    if (!notice.emptiest().isEmpty()) {
      paper.heading("傍晚最空的车棚，先去这里", 20);
      lines(paper, notice.emptiest());
    }
  }

  private void lines(PdfPaper paper, List<LobbyNotice.Evening> sheds) throws IOException {
    for (LobbyNotice.Evening one : sheds) {
      paper.paragraph(name(one.shed()) + "：" + words(one), POINTS, PdfPaper.INK);
    }
  }

  static String words(LobbyNotice.Evening one) {
    String full =
        one.fullShare() < 0.005
            ? "几乎没有满过"
            : String.format(Locale.ROOT, "%.0f%% 的时间满员", one.fullShare() * 100);
    return String.format(
        Locale.ROOT, "%s，平均空 %.1f 个（共 %d 个）", full, one.freeSockets(), one.sockets());
  }

  private void day(PdfPaper paper, LobbyNotice notice) throws IOException {
    paper.heading("什么时候去容易有空位", 20);
    String ranges =
        notice.freeHours().stream()
            .map(range -> range.from() + ":00–" + range.to() + ":00")
            .collect(Collectors.joining("、"));
    paper.paragraph(
        ranges.isEmpty() ? "这一周没有明显空闲的时段。" : ranges + "，随便去哪个车棚，十次有九次以上有空位。", POINTS, PdfPaper.INK);
    paper.paragraph("各钟点全小区平均空闲插座数（深色：容易有空位）：", 11, PdfPaper.QUIET);
    bars(paper, notice.hours());
  }

  private static void bars(PdfPaper paper, List<LobbyNotice.HourOfDay> hours) throws IOException {
    paper.need(BARS_HEIGHT + 26);
    paper.down(BARS_HEIGHT + 26);
    double most = hours.stream().mapToDouble(LobbyNotice.HourOfDay::freeSockets).max().orElse(0);
    float step = paper.width() / hours.size();
    PDPageContentStream ink = paper.ink();
    float foot = paper.y() + 12;
    for (int hour = 0; hour < hours.size(); hour++) {
      LobbyNotice.HourOfDay one = hours.get(hour);
      float x = paper.left() + hour * step;
      boolean known = one.fullShare().isPresent();
      float height = most > 0 ? (float) (BARS_HEIGHT * one.freeSockets() / most) : 0;
      ink.setNonStrokingColor(one.free() ? PdfPaper.QUIET : PdfPaper.LINE);
      ink.addRect(x + 2, foot, step - 4, Math.max(1, height));
      ink.fill();
      String value = known ? String.format(Locale.ROOT, "%.0f", one.freeSockets()) : "–";
      paper.text(x + 4, foot + height + 3, 8, value, PdfPaper.INK);
      paper.text(x + 4, foot - 10, 8, "" + hour, PdfPaper.QUIET);
    }
  }

  private static void source(PdfPaper paper, JdbcShedWeek.Week week, LobbyNotice notice)
      throws IOException {
    String guessed = week.guessedEnds() ? "部分订单没有离开时间，按平时的习惯推算。" : "";
    paper.paragraph(
        "根据 "
            + notice.ranked()
            + " 个车棚（共 "
            + week.sheds().size()
            + " 个）七天的充电记录；车棚离线的时间不计。"
            + guessed,
        10,
        PdfPaper.QUIET);
  }

  private void last(PdfPaper paper) throws IOException {
    paper.need(8 + CODE_SIDE);
    paper.down(8);
    paper.rule();
    float top = paper.y();
    if (address.isPresent()) {
      float x = paper.left() + paper.width() - CODE_SIDE;
      PdfCode.draw(paper, address.get().page(), x, top - CODE_SIDE, CODE_SIDE);
    }
    float beside = top - 26;
    for (String line : lastLines()) {
      paper.text(paper.left(), beside, 14, line, PdfPaper.INK);
      beside -= 23;
    }
  }

  private List<String> lastLines() {
    String scan = address.isPresent() ? "扫码看现在哪里有空位、走几分钟。" : "";
    String hotline = print.hotline().map(number -> "报修、咨询：" + number).orElse("");
    return Stream.of(scan, hotline, Print.FIRE, Print.NO_WIRE)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private String name(String shed) {
    return print.site().shed(shed).map(Site.Shed::name).map(Site.Name::zh).orElse(shed);
  }
}
