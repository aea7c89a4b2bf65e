package io.shedwatch.contract;

import java.io.IOException;
import java.util.List;

/** Writes what the edge publishes, fields in the order of the examples. */
final class EdgeMessages {
  // Decimals per quantity: one step finer than the finest meter known to us, so that rounding is
  // lost in its noise. Trailing zeros are not written, so a coarse meter pays nothing.
  private static final int VOLTS_PLACES = 1;
  private static final int AMPERES_PLACES = 3;
  private static final int WATTS_PLACES = 2;

  /** A counter: the rounding does not add up, and 1 mWh is below any meter's step. */
  private static final int WATT_HOURS_PLACES = 3;

  private static final int CELSIUS_PLACES = 1;
  private static final int ALARM_PLACES = 3;

  private EdgeMessages() {}

  static void write(Status status, FieldWriter out) throws IOException {
    out.string("boot", status.boot().value());
    if (status.bootNumber().isPresent()) {
      out.integer("bootNumber", status.bootNumber().getAsLong());
    }
    if (status.previous().isPresent()) {
      out.string("previous", status.previous().get().value());
    }
    seqAndAt(status.stamp(), out);
    out.string("state", status.state().word());
    out.text("agent", status.agent(), Bounds.MAX_NAME_CHARS);
    if (status.sockets() > 0) {
      out.integer("sockets", status.sockets());
    }
    if (status.limits().isPresent()) {
      out.integer("limits", status.limits().getAsInt());
    }
    ranges("holds", status.holds(), out);
    if (status.open().isPresent()) {
      out.beginList("open");
      for (AlarmId id : status.open().get()) {
        out.item(id.value());
      }
      out.endList();
    }
  }

  static void write(Will will, FieldWriter out) throws IOException {
    out.string("boot", will.boot().value());
    out.integer("birth", will.birth());
    out.string("state", ShedState.LOST.word());
  }

  static void write(Readings readings, FieldWriter out) throws IOException {
    stamp(readings.stamp(), out);
    out.beginList("readings");
    for (Reading reading : readings.readings()) {
      out.beginObject();
      write(reading, out);
      out.endObject();
    }
    out.endList();
    ranges("dropped", readings.dropped(), out);
  }

  static void write(Alarm alarm, FieldWriter out) throws IOException {
    stamp(alarm.stamp(), out);
    out.string("alarm", alarm.alarm().value());
    if (alarm.socket().isPresent()) {
      out.integer("socket", alarm.socket().getAsInt());
    }
    out.string("kind", alarm.kind().word());
    out.string("phase", alarm.phase().word());
    out.decimal("measured", alarm.measured(), ALARM_PLACES);
    out.decimal("limit", alarm.limit(), ALARM_PLACES);
    out.string("action", alarm.action().word());
    if (alarm.count() > 1) {
      out.integer("count", alarm.count());
    }
  }

  static void write(Outcome outcome, FieldWriter out) throws IOException {
    stamp(outcome.stamp(), out);
    out.string("command", outcome.command().value());
    out.string("result", outcome.result().word());
    out.text("reason", outcome.reason(), Bounds.MAX_SENTENCE_CHARS);
  }

  private static void write(Reading reading, FieldWriter out) throws IOException {
    out.integer("socket", reading.socket());
    out.string("usage", reading.usage().word());
    if (reading.relay() != RelayPosition.UNTOLD) {
      out.string("relay", reading.relay().word());
    }
    out.decimal("volts", reading.volts(), VOLTS_PLACES);
    out.decimal("amperes", reading.amperes(), AMPERES_PLACES);
    out.decimal("watts", reading.watts(), WATTS_PLACES);
    out.decimal("wattHours", reading.wattHours(), WATT_HOURS_PLACES);
    out.decimal("celsius", reading.celsius(), CELSIUS_PLACES);
  }

  private static void stamp(Stamp stamp, FieldWriter out) throws IOException {
    out.string("boot", stamp.boot().value());
    seqAndAt(stamp, out);
  }

  private static void seqAndAt(Stamp stamp, FieldWriter out) throws IOException {
    out.integer("seq", stamp.seq());
    out.integer("at", stamp.at());
    if (stamp.backfill()) {
      out.flag("backfill", true);
    }
  }

  private static void ranges(String name, List<SeqRange> ranges, FieldWriter out)
      throws IOException {
    if (ranges.isEmpty()) {
      return;
    }
    out.beginList(name);
    for (SeqRange range : ranges) {
      out.beginObject();
      out.string("boot", range.boot().value());
      out.integer("from", range.from());
      out.integer("to", range.to());
      out.endObject();
    }
    out.endList();
  }
}
