package io.shedwatch.server.intake.step;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.ShedAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A book as one compact JSON text, and back: what a crash leaves is what is read again.
 *
 * <p>Written with every commit, so it is arrays instead of objects, and small: about 1 KB for a
 * shed of 11 sockets. The first element is the version of this form. Closed boots are not in it:
 * they have rows of their own.
 */
public final class BookText {
  private static final int VERSION = 2;

  /** Before the rules that judge readings had a memory in the book. */
  private static final int WITHOUT_WATCH = 1;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private BookText() {}

  public static String write(ShedBook book) {
    // Its segments are the thread's and used again; the text is all that is new.
    SegmentedStringWriter text = new SegmentedStringWriter(JSON._getBufferRecycler());
    try {
      JsonGenerator json = JSON.createGenerator(text);
      BookWriter writer = new BookWriter(json);
      json.writeStartArray();
      json.writeNumber(VERSION);
      writer.presence(book.presence());
      writer.all(book.boots(), writer::boot);
      writer.all(book.sockets(), writer::socket);
      writer.all(book.open(), writer::openAlarm);
      writer.all(book.earlyClears(), writer::earlyClear);
      writer.oddities(book.oddities());
      new WatchText.Writer(json).write(book);
      json.writeEndArray();
      json.close();
      return text.getAndClear();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  /**
   * The book of that text.
   *
   * @param sockets as configured now: a socket that the text lacks is new, one that it has beyond
   *     is let go
   * @throws IllegalStateException if the text is not of a form that this version writes
   */
  public static ShedBook read(
      ShedAddress shed, int sockets, Map<BootId, ClosedBoot> closed, String text) {
    try (JsonParser json = JSON.createParser(text)) {
      BookReader reader = new BookReader(json, shed);
      reader.open();
      int version = reader.integer();
      if (version != VERSION && version != WITHOUT_WATCH) {
        throw new IllegalStateException("form " + version + " is not form " + VERSION);
      }
      Presence presence = reader.presence();
      List<BootBook> boots = reader.all(reader::boot);
      List<SocketBook> known = reader.all(reader::socket);
      List<OpenAlarm> open = reader.all(reader::openAlarm);
      List<EarlyClear> earlyClears = reader.all(reader::earlyClear);
      Oddities oddities = reader.oddities();
      WatchText.Read watch =
          version == WITHOUT_WATCH
              ? WatchText.Read.NOTHING
              : new WatchText.Reader(json).read(known);
      return new ShedBook(
          shed,
          fitted(known, sockets),
          boots,
          closed,
          presence,
          open,
          earlyClears,
          oddities,
          watch.watch().ofSize(sockets),
          watch.rejected());
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException("the stored state of shed " + shed + " is unreadable", e);
    }
  }

  private static List<SocketBook> fitted(List<SocketBook> known, int sockets) {
    List<SocketBook> fitted = new ArrayList<>(known.subList(0, Math.min(known.size(), sockets)));
    while (fitted.size() < sockets) {
      fitted.add(SocketBook.empty(fitted.size() + 1));
    }
    return fitted;
  }
}
