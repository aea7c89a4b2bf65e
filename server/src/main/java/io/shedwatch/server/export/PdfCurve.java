package io.shedwatch.server.export;

import java.awt.Color;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * Draws the power around an incident: steps between readings, since a reading holds until the next.
 */
final class PdfCurve {
  private static final float HEIGHT = 170;
  private static final float AXIS = 34;
  private static final float POINTS = 7;
  private static final int GRID = 4;
  private static final long MINUTE = 60_000;
  private static final Color CURVE = new Color(0x2463b4);
  private static final Color OTHERS = new Color(0x8fa6bd);
  private static final Color MOMENT = new Color(0xb3191f);

  private PdfCurve() {}

  /**
   * Draws it where the paper stands.
   *
   * @param at when the incident was opened, epoch milliseconds
   */
  static void draw(PdfPaper paper, PackCurve curve, long at, ZoneId zone) throws IOException {
    paper.need(HEIGHT + 30);
    float left = paper.left() + AXIS;
    float right = paper.left() + paper.width();
    float top = paper.y() - 12;
    float bottom = top - HEIGHT;
    double most = niceAbove(curve.highest());
    PDPageContentStream ink = paper.ink();
    DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm").withZone(zone);
    ink.setLineWidth(0.5f);
    for (int i = 0; i <= GRID; i++) {
      float y = bottom + HEIGHT * i / GRID;
      ink.setStrokingColor(PdfPaper.LINE);
      line(ink, left, y, right, y);
      paper.text(paper.left(), y - 2, POINTS, Math.round(most * i / GRID) + " W", PdfPaper.QUIET);
    }
    for (long t = curve.from(); t <= curve.to(); t += 5 * MINUTE) {
      float x = x(curve, t, left, right);
      paper.text(x - 10, bottom - 11, POINTS, time.format(Instant.ofEpochMilli(t)), PdfPaper.QUIET);
    }
    ink.setStrokingColor(MOMENT);
    float moment = x(curve, at, left, right);
    line(ink, moment, bottom, moment, top);
    boolean one = curve.sockets().size() == 1;
    for (List<PackCurve.Point> points : curve.sockets().values()) {
      ink.setStrokingColor(one ? CURVE : OTHERS);
      ink.setLineWidth(one ? 1.1f : 0.7f);
      steps(ink, curve, points, new float[] {left, right, bottom, (float) (HEIGHT / most)});
    }
    paper.down(HEIGHT + 30);
  }

  /**
   * @param frame left, right, bottom, points a watt
   */
  private static void steps(
      PDPageContentStream ink, PackCurve curve, List<PackCurve.Point> points, float[] frame)
      throws IOException {
    float before = Float.NaN;
    for (PackCurve.Point point : points) {
      float x = x(curve, point.at(), frame[0], frame[1]);
      float y = frame[2] + (float) Math.max(0, point.watts()) * frame[3];
      if (Float.isNaN(before)) {
        ink.moveTo(x, y);
      } else {
        ink.lineTo(x, before);
        ink.lineTo(x, y);
      }
      before = y;
    }
    if (!Float.isNaN(before)) {
      ink.stroke();
    }
  }

  private static void line(PDPageContentStream ink, float x1, float y1, float x2, float y2)
      throws IOException {
    ink.moveTo(x1, y1);
    ink.lineTo(x2, y2);
    ink.stroke();
  }

  private static float x(PackCurve curve, long at, float left, float right) {
    double part = (double) (at - curve.from()) / Math.max(1, curve.to() - curve.from());
    return left + (float) (Math.min(1, Math.max(0, part)) * (right - left));
  }

  /** A round number above: 1, 2 or 5 times a power of ten, at least 20 W. */
  static double niceAbove(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(20, value))));
    for (double step : new double[] {1, 2, 4, 5, 8, 10}) {
      if (step * power >= value * 1.02) {
        return Math.max(20, step * power);
      }
    }
    return 20 * power;
  }
}
