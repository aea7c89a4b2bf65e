package io.shedwatch.server.session.orders;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines of a CSV file as they come in, never the whole file. Text is UTF-8 with or without a byte
 * order mark; a line that is not UTF-8 is read as GBK, which is what spreadsheets here write.
 * Fields may be quoted, but not over several lines.
 */
final class CsvLines {
  /** A longer line is cut: it fits no order. */
  private static final int MOST_BYTES = 4_096;

  private static final int BUFFER = 64 * 1024;
  private static final Charset GBK = Charset.forName("GBK");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int length;
  private int at;
  private boolean first = true;

  CsvLines(InputStream in) {
    this.in = in;
  }

  /** The fields of the next line, stripped; empty at the end. A blank line has one empty field. */
  Optional<List<String>> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    boolean any = false;
    for (int one = read(); one >= 0; one = read()) {
      any = true;
      if (one == '\n') {
        return Optional.of(fields(text(line)));
      }
      if (line.size() < MOST_BYTES) {
        line.write(one);
      }
    }
    return any ? Optional.of(fields(text(line))) : Optional.empty();
  }

  private int read() throws IOException {
    if (at == length) {
      length = in.read(buffer);
      at = 0;
      if (length <= 0) {
        length = 0;
        return -1;
      }
    }
    return buffer[at++] & 0xff;
  }

  private String text(ByteArrayOutputStream line) {
    String text = decode(line.toByteArray());
    if (first && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    first = false;
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, GBK);
    }
  }

  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char one = line.charAt(i);
      if (one == '"') {
        boolean twice = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (twice) {
          field.append(one);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (one == ',' && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(one);
      }
    }
    fields.add(field.toString().strip());
    return fields;
  }
}
