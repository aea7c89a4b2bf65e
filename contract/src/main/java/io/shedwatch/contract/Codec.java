package io.shedwatch.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.shedwatch.contract.Rejected.Reason;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Messages to and from UTF-8 JSON. Total: any bytes on any topic give a value. Thread-safe. */
public final class Codec {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          // UTF-8 is the contract; guessing UTF-16 or UTF-32 would read what others do not.
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          // Python writes NaN for an absent measurement: refuse that reading, not the message.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(Bounds.MAX_NESTING).build())
          .build();

  /**
   * Decodes the body of a message that arrived on {@code topic}.
   *
   * <p>Never throws. A message with a mistake is read to its end all the same, for its boot and
   * seq; of several mistakes the first is told.
   */
  public Decoded decode(String topic, byte[] body) {
    if (body.length > Bounds.MAX_BODY_BYTES) {
      return new Rejected(
          Reason.TOO_LARGE,
          "the body has " + body.length + " bytes of at most " + Bounds.MAX_BODY_BYTES,
          Optional.empty(),
          0);
    }
    Optional<Topic> known = Topic.parse(topic);
    if (known.isEmpty()) {
      String shown = PlainText.of(topic, Bounds.MAX_SENTENCE_CHARS / 2);
      return new Rejected(Reason.WRONG_TOPIC, "no topic of ours: " + shown, Optional.empty(), 0);
    }
    return decode(known.get(), withoutByteOrderMark(body));
  }

  /** The body of {@code message}; an absent quantity is left out. */
  public byte[] encode(Message message) {
    return MessageWriter.write(message);
  }

  private static Decoded decode(Topic topic, byte[] body) {
    MessageReader reader = MessageReader.of(topic.channel());
    try (JsonParser parser = JSON.createParser(body)) {
      TokenCursor in = new TokenCursor(parser, body);
      try {
        return new Decoded.Good(topic.address(), read(reader, in));
      } catch (Refusal refusal) {
        return rejected(refusal.reason(), refusal.detail(), reader.stamp());
      } catch (IOException broken) {
        // A body cut within "seq":42 reads as "seq":4, so a last word that is seq does not count.
        if (in.name().equals("seq")) {
          reader.stamp().doubt(StampReader.SEQ);
        }
        return rejected(Reason.NOT_JSON, sentence(broken), reader.stamp());
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("closing a parser of a byte array failed", impossible);
    }
  }

  private static Message read(MessageReader reader, TokenCursor in) throws IOException, Refusal {
    in.enterBody();
    JsonStreamContext body = in.place();
    FieldTable fields = reader.fields();
    Optional<Refusal> first = Optional.empty();
    int seen = 0;
    int field = -1;
    while ((field = in.nextField(fields, field + 1)) != FieldTable.END) {
      try {
        if ((seen & 1 << field) != 0) {
          reader.stamp().doubt(field);
        }
        seen = in.once(seen, field);
        reader.field(field, in);
      } catch (Refusal refusal) {
        first = first.or(() -> Optional.of(refusal));
        in.climbTo(body);
      }
    }
    in.leaveBody();
    if (first.isPresent()) {
      throw first.get();
    }
    return reader.message(seen);
  }

  private static Rejected rejected(Reason reason, String detail, StampReader stamp) {
    return new Rejected(reason, detail, stamp.boot(), stamp.seq());
  }

  private static String sentence(IOException broken) {
    String message =
        broken instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : String.valueOf(broken.getMessage());
    return PlainText.of(message, Bounds.MAX_SENTENCE_CHARS);
  }

  private static byte[] withoutByteOrderMark(byte[] body) {
    boolean marked =
        body.length >= 3
            && body[0] == (byte) 0xEF
            && body[1] == (byte) 0xBB
            && body[2] == (byte) 0xBF;
    return marked ? Arrays.copyOfRange(body, 3, body.length) : body;
  }
}
