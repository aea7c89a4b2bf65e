package io.shedwatch.server.paper;

import io.nayuki.qrcodegen.QrCode;
import io.shedwatch.server.export.PdfPaper;
import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * A QR code drawn as squares. A quarter of it may be unreadable (level Q): paper on a shed gets wet
 * and scratched.
 */
final class PdfCode {
  /** ISO/IEC 18004: four modules of nothing all around. */
  private static final int QUIET_MODULES = 4;

  private PdfCode() {}

  /**
   * Draws it.
   *
   * @param side points, with its quiet zone
   * @param x left edge in points
   * @param y lower edge in points
   */
  static void draw(PdfPaper paper, String text, float x, float y, float side) throws IOException {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.QUARTILE);
    float module = side / (code.size + 2 * QUIET_MODULES);
    PDPageContentStream ink = paper.ink();
    ink.setNonStrokingColor(Color.BLACK);
    for (int row = 0; row < code.size; row++) {
      float foot = y + side - (QUIET_MODULES + row + 1) * module;
      int column = 0;
      while (column < code.size) {
        int length = run(code, row, column);
        if (length > 0) {
          ink.addRect(x + (QUIET_MODULES + column) * module, foot, length * module, module);
        }
        column += length + 1;
      }
    }
    ink.fill(); // All at once: no hair lines between squares.
  }

  /** How many dark modules follow one another. */
  private static int run(QrCode code, int row, int column) {
    int length = 0;
    while (code.getModule(column + length, row)) { // Beyond the edge all is light.
      length++;
    }
    return length;
  }
}
