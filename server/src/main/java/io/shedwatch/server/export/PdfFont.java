package io.shedwatch.server.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font that comes with this server (docs/decisions/0060-files.md): Noto Sans SC with all
 * characters of GB 2312 and some names beyond. Only what a document uses goes into it.
 */
public final class PdfFont {
  private static final String RESOURCE = "/font/NotoSansSC-GB2312.ttf";

  /** Shown for a character that the font does not have. */
  private static final int MISSING = '□';

  private final PDFont font;
  private final TrueTypeFont shapes;
  private final CmapLookup glyphs;

  private PdfFont(PDFont font, TrueTypeFont shapes) throws IOException {
    this.font = font;
    this.shapes = shapes;
    this.glyphs = shapes.getUnicodeCmapLookup();
  }

  static PdfFont of(PDDocument document) throws IOException {
    try (InputStream bytes = PdfFont.class.getResourceAsStream(RESOURCE)) {
      if (bytes == null) {
        throw new IllegalStateException("this build has no " + RESOURCE);
      }
      TrueTypeFont shapes = new TTFParser().parse(new RandomAccessReadBuffer(bytes.readAllBytes()));
      return new PdfFont(PDType0Font.load(document, shapes, true), shapes);
    }
  }

  PDFont font() {
    return font;
  }

  /** The text as it can be shown: one line, a box for what the font does not have. */
  public String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
        .map(c -> c == ' ' || glyphs.getGlyphId(c) != 0 ? c : MISSING)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  /** The width of a shown text in points. */
  public float width(String shown, float size) throws IOException {
    float units = 0;
    for (int c : shown.codePoints().toArray()) {
      units += shapes.getAdvanceWidth(glyphs.getGlyphId(c));
    }
    return units * size / shapes.getUnitsPerEm();
  }

  /**
   * The text in lines no wider than {@code width}; breaks between any two Chinese characters and at
   * blanks, and in the middle of what is too long for a line.
   *
   * @param most lines; what is left over is cut and ends in an ellipsis
   */
  List<String> lines(String text, float size, float width, int most) throws IOException {
    List<String> lines = new ArrayList<>();
    String rest = shown(text).strip();
    while (!rest.isEmpty() && lines.size() < most) {
      int end = fitting(rest, size, width);
      boolean cut = end < rest.length() && lines.size() == most - 1;
      String line = rest.substring(0, end).strip();
      lines.add(cut ? line.substring(0, Math.max(0, line.length() - 1)) + "…" : line);
      rest = rest.substring(end).strip();
    }
    return lines;
  }

  private int fitting(String text, float size, float width) throws IOException {
    float used = 0;
    int blank = -1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      used += shapes.getAdvanceWidth(glyphs.getGlyphId(c)) * size / shapes.getUnitsPerEm();
      if (used > width) {
        boolean latin = c < 0x2e80 && blank > 0;
        return latin ? blank : Math.max(i, Character.charCount(text.codePointAt(0)));
      }
      if (c == ' ') {
        blank = i + 1;
      } else if (c >= 0x2e80) {
        blank = -1; // A line may end here anyway.
      }
    }
    return text.length();
  }
}
