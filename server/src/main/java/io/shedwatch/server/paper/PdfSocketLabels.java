package io.shedwatch.server.paper;

import io.shedwatch.server.export.PdfPaper;
import io.shedwatch.server.site.Site;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Labels to cut out, one a socket: its number, and the code that opens the charge there. */
final class PdfSocketLabels {
  private static final int COLUMNS = 3;
  private static final int ROWS = 4;
  private static final float HEIGHT = 185;
  private static final float CODE_SIDE = 118;
  private static final float NUMBER_POINTS = 26;
  private static final float WORDS_POINTS = 11;

  private final Print print;
  private final PublicAddress address;

  PdfSocketLabels(Print print, PublicAddress address) {
    this.print = print;
    this.address = address;
  }

  /** Twelve a page. */
  void write(Site.Shed shed, OutputStream out) throws IOException {
    try (PdfPaper paper = PdfPaper.upright(print.foot())) {
      float width = paper.width() / COLUMNS;
      float top = paper.y();
      for (int socket = 1; socket <= shed.sockets(); socket++) {
        int place = (socket - 1) % (COLUMNS * ROWS);
        if (place == 0 && socket > 1) {
          paper.nextPage();
        }
        float x = paper.left() + place % COLUMNS * width;
        float foot = top - (place / COLUMNS + 1) * HEIGHT;
        label(paper, shed, socket, new Box(x, foot, width));
      }
      paper.save(out);
    }
  }

  /** Left edge, lower edge, width; points. */
  private record Box(float x, float foot, float width) {}

  private void label(PdfPaper paper, Site.Shed shed, int socket, Box box) throws IOException {
    PDPageContentStream ink = paper.ink();
    ink.setStrokingColor(PdfPaper.LINE);
    ink.setLineWidth(0.5f);
    ink.addRect(box.x(), box.foot(), box.width(), HEIGHT);
    ink.stroke();
    float number = box.foot() + HEIGHT - NUMBER_POINTS - 6;
    centred(paper, box, number, NUMBER_POINTS, socket + " 号插座");
    String words = shed.name().zh() + " · " + shed.shed().value() + "-" + socket;
    centred(paper, box, number - 18, WORDS_POINTS, words);
    float left = box.x() + (box.width() - CODE_SIDE) / 2;
    PdfCode.draw(paper, address.socket(shed.shed(), socket), left, box.foot() + 10, CODE_SIDE);
    centred(paper, box, box.foot() + 5, WORDS_POINTS, "扫码看充电、到时叫我");
  }

  private static void centred(PdfPaper paper, Box box, float baseline, float points, String text)
      throws IOException {
    float width = paper.font().width(text, points);
    float size = Math.min(points, points * (box.width() - 8) / width);
    float shown = width * size / points;
    paper.text(box.x() + (box.width() - shown) / 2, baseline, size, text, PdfPaper.INK);
  }
}
