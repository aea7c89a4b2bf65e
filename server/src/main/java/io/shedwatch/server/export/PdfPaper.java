package io.shedwatch.server.export;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Paper that is written from the top down, page after page. What is written goes to a temporary
 * file, so that a document of thousands of pages takes little memory. Lengths are points.
 */
public final class PdfPaper implements AutoCloseable {
  public static final Color INK = new Color(0x15212a);
  public static final Color QUIET = new Color(0x586975);
  public static final Color LINE = new Color(0xc8d2d8);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final float MARGIN = 40;
  private static final float FOOT = 22;
  private static final float LEADING = 1.45f;

  private final PDDocument document;
  private final PdfFont font;
  private final PDRectangle size;
  private final String foot;
  private PDPageContentStream ink;
  private float y;
  private int pages;

  private PdfPaper(PDRectangle size, String foot) throws IOException {
    this.document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    this.font = PdfFont.of(document);
    this.size = size;
    this.foot = foot;
    this.ink = turn();
  }

  /**
   * A4, upright.
   *
   * @param foot written at the foot of every page, before its number
   */
  public static PdfPaper upright(String foot) throws IOException {
    return new PdfPaper(PDRectangle.A4, foot);
  }

  static PdfPaper lying(String foot) throws IOException {
    float longSide = PDRectangle.A4.getHeight();
    float shortSide = PDRectangle.A4.getWidth();
    return new PdfPaper(new PDRectangle(longSide, shortSide), foot);
  }

  private PDPageContentStream turn() throws IOException {
    PDPage page = new PDPage(size);
    document.addPage(page);
    pages++;
    y = size.getHeight() - MARGIN;
    PDPageContentStream fresh = new PDPageContentStream(document, page);
    ink = fresh;
    text(left(), MARGIN - FOOT, 8, foot + "    " + pages, QUIET);
    return fresh;
  }

  public float left() {
    return MARGIN;
  }

  public float width() {
    return size.getWidth() - 2 * MARGIN;
  }

  /** Where the next thing is written, from the foot of the page. */
  public float y() {
    return y;
  }

  public PDPageContentStream ink() {
    return ink;
  }

  public PdfFont font() {
    return font;
  }

  /**
   * Turns the page unless there is room.
   *
   * @return whether it was turned
   */
  public boolean need(float height) throws IOException {
    if (y - height >= MARGIN) {
      return false;
    }
    nextPage();
    return true;
  }

  /** Goes on at the top of the next page. */
  public void nextPage() throws IOException {
    ink.close();
    turn();
  }

  public void down(float height) {
    y -= height;
  }

  /** A time as people write it. */
  static String time(Instant at, ZoneId place) {
    return TIME.withZone(place).format(at);
  }

  /** A text at a place. */
  public void text(float x, float baseline, float points, String text, Color color)
      throws IOException {
    String shown = font.shown(text);
    if (shown.isBlank()) {
      return;
    }
    ink.beginText();
    ink.setNonStrokingColor(color);
    ink.setFont(font.font(), points);
    ink.newLineAtOffset(x, baseline);
    ink.showText(shown);
    ink.endText();
  }

  /** A line in the middle; the type is made smaller until it fits. */
  public void centred(String text, float points, Color color) throws IOException {
    String shown = font.shown(text).strip();
    float size = Math.min(points, points * width() / Math.max(1, font.width(shown, points)));
    down(size * LEADING);
    text(left() + (width() - font.width(shown, size)) / 2, y + size * 0.3f, size, shown, color);
  }

  /** A paragraph over the whole width. */
  public void paragraph(String text, float points, Color color) throws IOException {
    for (String line : font.lines(text, points, width(), 200)) {
      need(points * LEADING);
      down(points * LEADING);
      text(left(), y + points * 0.3f, points, line, color);
    }
  }

  public void heading(String text, float points) throws IOException {
    need(points * 4);
    down(points * 0.5f);
    paragraph(text, points, INK);
    down(points * 0.3f);
  }

  /** A line of a table; the last line of a cell that is too long ends in an ellipsis. */
  void cells(List<String> cells, float[] widths, float points, Color color) throws IOException {
    int most = 1;
    List<List<String>> all = new java.util.ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      List<String> lines = font.lines(cells.get(i), points, widths[i] - 6, 3);
      all.add(lines);
      most = Math.max(most, lines.size());
    }
    float height = most * points * LEADING + 4;
    need(height);
    float x = left();
    for (int i = 0; i < all.size(); i++) {
      for (int line = 0; line < all.get(i).size(); line++) {
        float baseline = y - (line + 1) * points * LEADING + points * 0.3f;
        text(x, baseline, points, all.get(i).get(line), color);
      }
      x += widths[i];
    }
    down(height);
    rule();
  }

  /** A thin line over the whole width. */
  public void rule() throws IOException {
    ink.setStrokingColor(LINE);
    ink.setLineWidth(0.5f);
    ink.moveTo(left(), y);
    ink.lineTo(left() + width(), y);
    ink.stroke();
  }

  /** A photo of ours, at most so high. */
  void photo(byte[] jpeg, float mostHeight) throws IOException {
    PDImageXObject image = JPEGFactory.createFromByteArray(document, jpeg);
    float scale = Math.min(width() / image.getWidth(), mostHeight / image.getHeight());
    float height = image.getHeight() * scale;
    need(height + 8);
    down(height + 8);
    ink.drawImage(image, left(), y, image.getWidth() * scale, height);
  }

  public void save(OutputStream out) throws IOException {
    ink.close();
    document.save(out);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
