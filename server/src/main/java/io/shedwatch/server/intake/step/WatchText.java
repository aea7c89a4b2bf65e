package io.shedwatch.server.intake.step;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.rule.Hold;
import io.shedwatch.server.rule.LongCharge;
import io.shedwatch.server.rule.MessagesRejected;
import io.shedwatch.server.rule.NotACharger;
import io.shedwatch.server.rule.SharedSocket;
import io.shedwatch.server.rule.ShedWatch;
import io.shedwatch.server.rule.SocketWatch;
import io.shedwatch.server.session.LastSample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rules know, in the book's text: {@code [noneFreeSince, at, heardAt, [socket…], count,
 * lastAt, raisedAt]}. Times of sockets are told by how long they are before {@code at}, which is
 * shorter: 0 is none, 1 is {@code at} itself, 2 one millisecond before; −1 one after it. A socket
 * is {@code [what, …]}, where {@code what} says by bits which parts follow; a free socket has none
 * of them.
 */
final class WatchText {
  /** The sample is not the one at which the fold of sessions stands. */
  private static final int OWN_SAMPLE = 1;

  private static final int WAS_OFF = 2;
  private static final int HEAVY = 4;
  private static final int SHARED = 8;
  private static final int LONG = 16;
  private static final int WORSE = 32;
  private static final int IDLE = 64;

  private WatchText() {}

  /** What was read. */
  record Read(ShedWatch watch, MessagesRejected.Run rejected) {
    static final Read NOTHING = new Read(ShedWatch.empty(0), MessagesRejected.Run.NONE);
  }

  private static boolean isSame(SocketWatch watch, LastSample last) {
    return watch.usage() == last.usage()
        && watch.at() == last.at()
        && watch.usageSince() == last.since()
        && Double.compare(watch.watts(), last.watts()) == 0;
  }

  /** Writes; {@link Reader} is its mirror. */
  static final class Writer {
    private final JsonGenerator json;
    private long base;

    Writer(JsonGenerator json) {
      this.json = json;
    }

    void write(ShedBook book) throws IOException {
      ShedWatch watch = book.watch();
      base = watch.at();
      json.writeStartArray();
      json.writeNumber(watch.noneFreeSince());
      json.writeNumber(watch.at());
      json.writeNumber(watch.heardAt());
      json.writeStartArray();
      for (int i = 0; i < watch.sockets().size(); i++) {
        socket(watch.sockets().get(i), book.sockets().get(i).fold().last());
      }
      json.writeEndArray();
      json.writeNumber(book.rejected().count());
      json.writeNumber(book.rejected().lastAt());
      json.writeNumber(book.rejected().raisedAt());
      json.writeEndArray();
    }

    private void socket(SocketWatch watch, LastSample last) throws IOException {
      NotACharger.State heavy = watch.notACharger();
      boolean hasHeavy = !heavy.hold().equals(Hold.IDLE) || !heavy.onsets().isEmpty();
      SharedSocket.State shared = watch.sharedSocket();
      boolean hasShared = !shared.equals(SharedSocket.State.NONE);
      Hold charge = watch.longCharge().hold();
      boolean hasLong = !charge.equals(Hold.IDLE);
      boolean hasIdle = !watch.idleOccupied().equals(Hold.IDLE);
      json.writeStartArray();
      json.writeNumber(
          (isSame(watch, last) ? 0 : OWN_SAMPLE)
              | (heavy.wasOff() ? WAS_OFF : 0)
              | (hasHeavy ? HEAVY : 0)
              | (hasShared ? SHARED : 0)
              | (hasLong ? LONG : 0)
              | (watch.longCharge().worse() ? WORSE : 0)
              | (hasIdle ? IDLE : 0));
      if (!isSame(watch, last)) {
        json.writeString(watch.usage().word());
        time(watch.usageSince());
        time(watch.at());
        quantity(watch.watts());
      }
      if (hasHeavy) {
        hold(heavy.hold());
        json.writeNumber(heavy.onsets().size());
        for (long at : heavy.onsets()) {
          time(at);
        }
      }
      if (hasShared) {
        shared(shared);
      }
      if (hasLong) {
        hold(charge);
      }
      if (hasIdle) {
        hold(watch.idleOccupied());
      }
      json.writeEndArray();
    }

    private void shared(SharedSocket.State shared) throws IOException {
      json.writeNumber(shared.level());
      time(shared.since());
      json.writeNumber(shared.peak());
      json.writeNumber(shared.before());
      time(shared.stepAt());
      hold(shared.hold());
    }

    private void hold(Hold hold) throws IOException {
      time(hold.trueSince());
      time(hold.raisedAt());
      time(hold.falseSince());
    }

    private void time(long at) throws IOException {
      long before = base - at;
      json.writeNumber(at == 0 ? 0 : before >= 0 ? before + 1 : before);
    }

    private void quantity(double value) throws IOException {
      if (Double.isNaN(value)) {
        json.writeNull();
      } else {
        json.writeNumber(value);
      }
    }
  }

  /** Reads what {@link Writer} wrote. */
  static final class Reader {
    private final JsonParser json;
    private long base;

    Reader(JsonParser json) {
      this.json = json;
    }

    /**
     * @param known the sockets of the same text, whose samples are not written twice
     */
    Read read(List<SocketBook> known) throws IOException {
      expect(json.nextToken() == JsonToken.START_ARRAY);
      long noneFreeSince = number();
      long at = number();
      base = at;
      long heardAt = number();
      expect(json.nextToken() == JsonToken.START_ARRAY);
      List<SocketWatch> sockets = new ArrayList<>(known.size());
      while (json.nextToken() == JsonToken.START_ARRAY) {
        sockets.add(socket(known.get(sockets.size()).fold().last()));
      }
      MessagesRejected.Run rejected = new MessagesRejected.Run((int) number(), number(), number());
      expect(json.nextToken() == JsonToken.END_ARRAY);
      return new Read(new ShedWatch(sockets, noneFreeSince, at, heardAt), rejected);
    }

    private SocketWatch socket(LastSample last) throws IOException {
      int what = (int) number();
      boolean own = has(what, OWN_SAMPLE);
      Usage usage = own ? Usage.ofWord(text()) : last.usage();
      long since = own ? time() : last.since();
      long at = own ? time() : last.at();
      double watts = own ? quantity() : last.watts();
      boolean wasOff = has(what, WAS_OFF);
      NotACharger.State heavy = new NotACharger.State(Hold.IDLE, wasOff, List.of());
      if (has(what, HEAVY)) {
        heavy = new NotACharger.State(hold(), wasOff, onsets());
      }
      SharedSocket.State shared =
          has(what, SHARED)
              ? new SharedSocket.State(quantity(), time(), quantity(), quantity(), time(), hold())
              : SharedSocket.State.NONE;
      LongCharge.State charge =
          new LongCharge.State(has(what, LONG) ? hold() : Hold.IDLE, has(what, WORSE));
      Hold idle = has(what, IDLE) ? hold() : Hold.IDLE;
      expect(json.nextToken() == JsonToken.END_ARRAY);
      return new SocketWatch(usage, since, at, watts, heavy, shared, charge, idle);
    }

    private List<Long> onsets() throws IOException {
      int count = (int) number();
      List<Long> onsets = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        onsets.add(time());
      }
      return onsets;
    }

    private Hold hold() throws IOException {
      return new Hold(time(), time(), time());
    }

    private static boolean has(int what, int part) {
      return (what & part) != 0;
    }

    private long time() throws IOException {
      long before = number();
      return before == 0 ? 0 : before > 0 ? base - before + 1 : base - before;
    }

    private long number() throws IOException {
      expect(json.nextToken() == JsonToken.VALUE_NUMBER_INT);
      return json.getLongValue();
    }

    private double quantity() throws IOException {
      JsonToken token = json.nextToken();
      expect(token == JsonToken.VALUE_NULL || token.isNumeric());
      return token == JsonToken.VALUE_NULL ? Double.NaN : json.getDoubleValue();
    }

    private String text() throws IOException {
      expect(json.nextToken() == JsonToken.VALUE_STRING);
      return json.getText();
    }

    private void expect(boolean asWritten) {
      if (!asWritten) {
        throw new IllegalStateException("unexpected at " + json.currentLocation());
      }
    }
  }
}
