package io.shedwatch.server.readings;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;

/**
 * Line protocol by hand, one pass and one buffer. Measurement {@code socket}, tags in the order of
 * the alphabet (the server need not sort them), times in milliseconds. A quantity that is not
 * finite is left out: {@code NaN} is never written.
 */
final class InfluxLines {
  private static final int BYTES_PER_LINE = 160;
  private static final double SCALE = 1_000;
  private static final double MAX_SCALED = 1e15;

  private final StringBuilder text;
  private final String siteAndSocket;
  private String shedPrefix = "";
  private String lastShed = "";
  private int lines;
  private boolean first;

  InfluxLines(SiteId site, int expectedLines) {
    this.text = new StringBuilder(expectedLines * BYTES_PER_LINE);
    this.siteAndSocket = ",site=" + tag(site.value()) + ",socket=";
  }

  void reading(ShedId shed, long at, Reading reading) {
    start(shed, reading.socket());
    field("volts", reading.volts());
    field("amperes", reading.amperes());
    field("watts", reading.watts());
    field("wattHours", reading.wattHours());
    field("celsius", reading.celsius());
    word("usage", reading.usage().word());
    if (reading.relay() != RelayPosition.UNTOLD) {
      word("relay", reading.relay().word());
    }
    end(at);
  }

  void rollUp(RollUp bucket) {
    Point point = bucket.point();
    start(bucket.shed(), bucket.socket());
    field("wattsMean", point.wattsMean());
    field("wattsMin", point.wattsMin());
    field("wattsMax", point.wattsMax());
    field("amperesMean", point.amperesMean());
    field("amperesMax", point.amperesMax());
    field("voltsMean", point.voltsMean());
    field("celsiusMax", point.celsiusMax());
    field("wattHours", point.wattHours());
    field("heldMillis", (double) point.heldMillis());
    end(point.at());
  }

  int lines() {
    return lines;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void start(ShedId shed, int socket) {
    if (!shed.value().equals(lastShed)) {
      lastShed = shed.value();
      shedPrefix = "socket,shed=" + tag(lastShed) + siteAndSocket;
    }
    text.append(shedPrefix).append(socket).append(' ');
    first = true;
  }

  private void end(long at) {
    text.append(' ').append(at).append('\n');
    lines++;
  }

  private void name(String name) {
    if (!first) {
      text.append(',');
    }
    first = false;
    text.append(name).append('=');
  }

  private void field(String name, double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return;
    }
    name(name);
    number(value);
  }

  /**
   * Three decimals are what meters give: written as whole numbers, which is several times faster.
   */
  private void number(double value) {
    double scaled = value * SCALE;
    long whole = Math.round(scaled);
    if (Math.abs(scaled) > MAX_SCALED || whole / SCALE != value) {
      text.append(value);
      return;
    }
    if (whole < 0) {
      text.append('-');
      whole = -whole;
    }
    text.append(whole / 1_000);
    int fraction = (int) (whole % 1_000);
    if (fraction != 0) {
      text.append('.').append((char) ('0' + fraction / 100));
      if (fraction % 100 != 0) {
        text.append((char) ('0' + fraction / 10 % 10));
        if (fraction % 10 != 0) {
          text.append((char) ('0' + fraction % 10));
        }
      }
    }
  }

  private void word(String name, String value) {
    name(name);
    text.append('"').append(string(value)).append('"');
  }

  /** Escapes a tag's value: comma, space and equals sign. */
  static String tag(String value) {
    return value.replace(",", "\\,").replace(" ", "\\ ").replace("=", "\\=");
  }

  /** Escapes a string field's value: backslash and quote. */
  static String string(String value) {
    return value.indexOf('"') < 0 && value.indexOf('\\') < 0
        ? value
        : value.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
