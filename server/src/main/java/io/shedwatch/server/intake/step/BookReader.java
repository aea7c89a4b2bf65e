package io.shedwatch.server.intake.step;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.alert.Subject;
import io.shedwatch.server.session.LastSample;
import io.shedwatch.server.session.Session;
import io.shedwatch.server.session.SocketFold;
import io.shedwatch.server.session.StopReason;
import io.shedwatch.server.session.UnderWay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the parts of a book in the order in which {@link BookWriter} writes them. */
final class BookReader {
  /** What an alarm was raised by is in its alert's row; whoever raises it again has no better. */
  private static final int RULE_VERSION = 1;

  private final JsonParser json;
  private final ShedAddress shed;

  BookReader(JsonParser json, ShedAddress shed) {
    this.json = json;
    this.shed = shed;
  }

  /** Reads one element whose opening bracket was read. */
  interface Part<T> {
    T read() throws IOException;
  }

  <T> List<T> all(Part<T> reader) throws IOException {
    List<T> parts = new ArrayList<>();
    open();
    while (json.nextToken() == JsonToken.START_ARRAY) {
      parts.add(reader.read());
    }
    return parts;
  }

  Presence presence() throws IOException {
    open();
    return new Presence(
        ShedState.ofWord(text()),
        number(),
        bootOrNone(),
        number(),
        number(),
        textOrNone(),
        openAtBirth());
  }

  private Optional<Presence.OpenAtBirth> openAtBirth() throws IOException {
    if (json.nextToken() == JsonToken.END_ARRAY) {
      return Optional.empty();
    }
    long at = json.getLongValue();
    List<String> alarms = new ArrayList<>();
    while (json.nextToken() == JsonToken.VALUE_STRING) {
      alarms.add(json.getText());
    }
    return Optional.of(new Presence.OpenAtBirth(at, alarms));
  }

  BootBook boot() throws IOException {
    BootBook boot =
        new BootBook(
            new BootId(text()),
            number(),
            number(),
            number(),
            new Positions(number(), spans()),
            number(),
            number(),
            number(),
            number(),
            all(this::waiting),
            spans());
    close();
    return boot;
  }

  SocketBook socket() throws IOException {
    open();
    Reading reading = reading();
    long at = number();
    long since = number();
    long rank = number();
    long seq = number();
    SocketBook shown = new SocketBook(reading, at, since, rank, seq, SocketFold.EMPTY);
    SocketFold fold = fold(shown);
    close();
    return shown.folded(fold);
  }

  OpenAlarm openAlarm() throws IOException {
    String alarm = text();
    long rank = number();
    long seq = number();
    String row = text();
    boolean forgotten = bool();
    AlertRaised raised = raised();
    Optional<OpenAlarm.End> end = end();
    return new OpenAlarm(alarm, rank, seq, raised, row, forgotten, end);
  }

  EarlyClear earlyClear() throws IOException {
    EarlyClear clear = new EarlyClear(text(), number(), number());
    close();
    return clear;
  }

  Oddities oddities() throws IOException {
    open();
    Oddities odd = new Oddities(number(), textOrNone(), integer(), number(), textOrNone());
    close();
    return odd;
  }

  int integer() throws IOException {
    return Math.toIntExact(number());
  }

  private Optional<OpenAlarm.End> end() throws IOException {
    if (json.nextToken() == JsonToken.END_ARRAY) {
      return Optional.empty();
    }
    long rank = json.getLongValue();
    OpenAlarm.End end = new OpenAlarm.End(rank, number(), number(), text());
    close();
    return Optional.of(end);
  }

  private AlertRaised raised() throws IOException {
    String alert = text();
    String rule = text();
    String kind = text();
    Severity severity = Severity.ofWord(text());
    int socket = integer();
    Subject subject = Subject.of(shed, socket == 0 ? OptionalInt.empty() : OptionalInt.of(socket));
    AlertRaised.Cause cause = new AlertRaised.Cause(rule, RULE_VERSION, kind, textOrNone());
    AlertRaised.Finding finding =
        new AlertRaised.Finding(quantity(), quantity(), bool(), Optional.empty());
    return new AlertRaised(alert, cause, severity, subject, finding, number(), bool());
  }

  private Waiting waiting() throws IOException {
    Waiting waiting = new Waiting(number(), number(), all(this::reading));
    close();
    return waiting;
  }

  private Reading reading() throws IOException {
    Reading reading =
        new Reading(
            integer(),
            Usage.ofWord(text()),
            RelayPosition.ofWord(text()),
            quantity(),
            quantity(),
            quantity(),
            quantity(),
            quantity());
    close();
    return reading;
  }

  private SocketFold fold(SocketBook shown) throws IOException {
    open();
    LastSample last =
        bool()
            ? BookWriter.lastOf(shown)
            : new LastSample(
                Usage.ofWord(text()),
                RelayPosition.ofWord(text()),
                number(),
                quantity(),
                quantity(),
                number());
    if (json.nextToken() == JsonToken.END_ARRAY) {
      return new SocketFold(last, Optional.empty());
    }
    Session session =
        new Session(
            json.getText(),
            shed,
            shown.reading().socket(),
            number(),
            number(),
            0,
            quantity(),
            quantity(),
            textOrNone().map(StopReason::ofWord));
    UnderWay underWay = new UnderWay(session, number(), number(), number());
    close();
    return new SocketFold(last, Optional.of(underWay));
  }

  private List<Span> spans() throws IOException {
    List<Span> spans = new ArrayList<>();
    open();
    while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
      spans.add(new Span(json.getLongValue(), number()));
    }
    return spans;
  }

  void open() throws IOException {
    expect(json.nextToken() == JsonToken.START_ARRAY);
  }

  private void close() throws IOException {
    expect(json.nextToken() == JsonToken.END_ARRAY);
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

  private boolean bool() throws IOException {
    expect(json.nextToken().isBoolean());
    return json.getBooleanValue();
  }

  private String text() throws IOException {
    expect(json.nextToken() == JsonToken.VALUE_STRING);
    return json.getText();
  }

  private Optional<String> textOrNone() throws IOException {
    String text = text();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private Optional<BootId> bootOrNone() throws IOException {
    return textOrNone().map(BootId::new);
  }

  private void expect(boolean asWritten) {
    if (!asWritten) {
      throw new IllegalStateException("unexpected at " + json.currentLocation());
    }
  }
}
