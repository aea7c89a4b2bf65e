package io.shedwatch.server.intake.step;

import com.fasterxml.jackson.core.JsonGenerator;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.ShedState;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.session.LastSample;
import io.shedwatch.server.session.Session;
import io.shedwatch.server.session.SocketFold;
import io.shedwatch.server.session.StopReason;
import io.shedwatch.server.session.UnderWay;
import java.io.IOException;
import java.util.List;

/** Writes the parts of a book; {@link BookReader} is its mirror, line by line. */
final class BookWriter {
  private final JsonGenerator json;

  BookWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Writes one element. */
  interface Part<T> {
    void write(T part) throws IOException;
  }

  <T> void all(List<T> parts, Part<T> writer) throws IOException {
    json.writeStartArray();
    for (T part : parts) {
      writer.write(part);
    }
    json.writeEndArray();
  }

  void presence(Presence presence) throws IOException {
    json.writeStartArray();
    json.writeString(presence.state().map(ShedState::word).orElse(""));
    json.writeNumber(presence.heardAt());
    json.writeString(presence.birthBoot().map(BootId::value).orElse(""));
    json.writeNumber(presence.birthSeq());
    json.writeNumber(presence.lostAt());
    json.writeString(presence.offlineAlert().orElse(""));
    if (presence.openAtBirth().isPresent()) {
      json.writeNumber(presence.openAtBirth().get().at());
      for (String alarm : presence.openAtBirth().get().alarms()) {
        json.writeString(alarm);
      }
    }
    json.writeEndArray();
  }

  void boot(BootBook boot) throws IOException {
    json.writeStartArray();
    json.writeString(boot.boot().value());
    json.writeNumber(boot.rank());
    json.writeNumber(boot.firstAt());
    json.writeNumber(boot.heardAt());
    json.writeNumber(boot.positions().contiguous());
    spans(boot.positions().above());
    json.writeNumber(boot.givenUpTo());
    json.writeNumber(boot.heldFrom());
    json.writeNumber(boot.heldTo());
    json.writeNumber(boot.progressAt());
    all(boot.waiting(), this::waiting);
    spans(boot.awaited());
    json.writeEndArray();
  }

  void socket(SocketBook socket) throws IOException {
    json.writeStartArray();
    reading(socket.reading());
    json.writeNumber(socket.at());
    json.writeNumber(socket.since());
    json.writeNumber(socket.rank());
    json.writeNumber(socket.seq());
    fold(socket);
    json.writeEndArray();
  }

  void openAlarm(OpenAlarm alarm) throws IOException {
    json.writeStartArray();
    json.writeString(alarm.alarm());
    json.writeNumber(alarm.rank());
    json.writeNumber(alarm.seq());
    json.writeString(alarm.row());
    json.writeBoolean(alarm.forgotten());
    AlertRaised raised = alarm.raised();
    json.writeString(raised.alert());
    json.writeString(raised.rule());
    json.writeString(raised.kind());
    json.writeString(raised.severity().word());
    json.writeNumber(raised.socket().orElse(0));
    json.writeString(raised.cause().alarm().orElse(""));
    quantity(raised.finding().measured());
    quantity(raised.finding().limit());
    json.writeBoolean(raised.finding().relayOpened());
    json.writeNumber(raised.raisedAt());
    json.writeBoolean(raised.past());
    if (alarm.end().isPresent()) {
      OpenAlarm.End end = alarm.end().get();
      json.writeNumber(end.rank());
      json.writeNumber(end.seq());
      json.writeNumber(end.at());
      json.writeString(end.why());
    }
    json.writeEndArray();
  }

  void earlyClear(EarlyClear clear) throws IOException {
    json.writeStartArray();
    json.writeString(clear.alarm());
    json.writeNumber(clear.at());
    json.writeNumber(clear.heardAt());
    json.writeEndArray();
  }

  void oddities(Oddities odd) throws IOException {
    json.writeStartArray();
    json.writeNumber(odd.skewSince());
    json.writeString(odd.skewAlert().orElse(""));
    json.writeNumber(odd.twinSigns());
    json.writeNumber(odd.twinAt());
    json.writeString(odd.twinAlert().orElse(""));
    json.writeEndArray();
  }

  private void waiting(Waiting waiting) throws IOException {
    json.writeStartArray();
    json.writeNumber(waiting.seq());
    json.writeNumber(waiting.at());
    all(waiting.readings(), this::reading);
    json.writeEndArray();
  }

  private void reading(Reading reading) throws IOException {
    json.writeStartArray();
    json.writeNumber(reading.socket());
    json.writeString(reading.usage().word());
    json.writeString(reading.relay().word());
    quantity(reading.volts());
    quantity(reading.amperes());
    quantity(reading.watts());
    quantity(reading.wattHours());
    quantity(reading.celsius());
    json.writeEndArray();
  }

  private void fold(SocketBook socket) throws IOException {
    SocketFold fold = socket.fold();
    json.writeStartArray();
    LastSample last = fold.last();
    // Nearly always the fold stands where the board stands: then its sample is not written twice.
    json.writeBoolean(last.equals(lastOf(socket)));
    if (!last.equals(lastOf(socket))) {
      json.writeString(last.usage().word());
      json.writeString(last.relay().word());
      json.writeNumber(last.at());
      quantity(last.watts());
      quantity(last.wattHours());
      json.writeNumber(last.since());
    }
    if (fold.underWay().isPresent()) {
      underWay(fold.underWay().get());
    }
    json.writeEndArray();
  }

  /** The sample that the fold would have, had it folded what the board shows. */
  static LastSample lastOf(SocketBook socket) {
    Reading shown = socket.reading();
    return new LastSample(
        shown.usage(),
        shown.relay(),
        socket.at(),
        shown.watts(),
        shown.wattHours(),
        socket.since());
  }

  private void underWay(UnderWay underWay) throws IOException {
    Session session = underWay.session();
    json.writeString(session.session());
    json.writeNumber(session.startedAt());
    json.writeNumber(session.finishedAt());
    json.writeNumber(session.wattHours());
    json.writeNumber(session.peakWatts());
    json.writeString(session.stopReason().map(StopReason::word).orElse(""));
    json.writeNumber(underWay.freeAt());
    json.writeNumber(underWay.lowSince());
    json.writeNumber(underWay.rowAt());
  }

  private void spans(List<Span> spans) throws IOException {
    json.writeStartArray();
    for (Span span : spans) {
      json.writeNumber(span.from());
      json.writeNumber(span.to());
    }
    json.writeEndArray();
  }

  /** Null stands for not measured, since JSON has no NaN. */
  private void quantity(double value) throws IOException {
    if (Double.isNaN(value)) {
      json.writeNull();
    } else {
      json.writeNumber(value);
    }
  }
}
