package io.shedwatch.server.paper;

import io.shedwatch.contract.ShedId;
import io.shedwatch.server.export.PdfPaper;
import io.shedwatch.server.site.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The sheet that hangs at a shed: its name, the code that answers for it, what to do with it. */
final class PdfShedSheet {
  private static final float NAME_POINTS = 92;
  private static final float CODE_SIDE = 270;
  private static final float STEP_POINTS = 17;

  private final Print print;
  private final PublicAddress address;

  PdfShedSheet(Print print, PublicAddress address) {
    this.print = print;
    this.address = address;
  }

  /** One page a shed. */
  void write(List<Site.Shed> sheds, OutputStream out) throws IOException {
    try (PdfPaper paper = PdfPaper.upright(print.foot())) {
      for (int i = 0; i < sheds.size(); i++) {
        if (i > 0) {
          paper.nextPage();
        }
        page(paper, sheds.get(i));
      }
      paper.save(out);
    }
  }

  private void page(PdfPaper paper, Site.Shed shed) throws IOException {
    paper.centred(print.site().name().zh() + " · 电动自行车充电", 18, PdfPaper.QUIET);
    paper.centred(shed.name().zh(), NAME_POINTS, PdfPaper.INK);
    paper.centred("扫一扫，看这里和附近有没有空位", 22, PdfPaper.INK);
    paper.down(CODE_SIDE);
    float left = paper.left() + (paper.width() - CODE_SIDE) / 2;
    String link = address.shed(shed.shed());
    PdfCode.draw(paper, link, left, paper.y(), CODE_SIDE);
    paper.centred(link, 11, PdfPaper.QUIET);
    paper.down(10);
    for (String step : steps(shed.shed())) {
      paper.paragraph(step, STEP_POINTS, PdfPaper.INK);
      paper.down(3);
    }
    paper.down(7);
    paper.rule();
    if (print.hotline().isPresent()) {
      paper.paragraph("报修、咨询：" + print.hotline().get(), STEP_POINTS, PdfPaper.INK);
    }
    paper.paragraph(Print.FIRE + Print.NO_WIRE, 13, PdfPaper.INK);
    paper.paragraph(
        "Scan to see free sockets here and nearby. No app, no login.", 10, PdfPaper.QUIET);
  }

  private static List<String> steps(ShedId shed) {
    return List.of(
        "1. 打开微信“扫一扫”或手机相机，对准上面的二维码。",
        "2. 看最上面一句：这里还有几个空位；满了，就告诉您去哪个车棚、走几分钟。",
        "3. 插好后点“我的充电”，输入插座编号" + example(shed) + "；页面开着时，充满或中断会响铃。");
  }

  /** The page takes 7-3 for socket 3 of shed s07; sheds of other makes have no short form. */
  private static String example(ShedId shed) {
    return shed.value().matches("s\\d{2}")
        ? "（3 号插座输入 " + Integer.parseInt(shed.value().substring(1)) + "-3）"
        : "";
  }
}
