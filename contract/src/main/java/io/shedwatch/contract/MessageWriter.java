package io.shedwatch.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** One message to its body; each kind of message has its writer. */
final class MessageWriter {
  private static final JsonFactory JSON = new JsonFactory();

  /** Room for a readings message of 11 sockets without growing. */
  private static final int USUAL_BYTES = 2_048;

  private MessageWriter() {}

  static byte[] write(Message message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator generator = JSON.createGenerator(bytes)) {
      FieldWriter out = new FieldWriter(generator);
      out.beginObject();
      fields(message, out);
      out.endObject();
    } catch (IOException impossible) {
      throw new IllegalStateException("writing to memory failed", impossible);
    }
    if (bytes.size() > Bounds.MAX_BODY_BYTES) {
      throw new IllegalArgumentException(
          "a message of " + bytes.size() + " bytes: nobody would read it");
    }
    return bytes.toByteArray();
  }

  private static void fields(Message message, FieldWriter out) throws IOException {
    if (message instanceof Readings readings) {
      EdgeMessages.write(readings, out);
    } else if (message instanceof Alarm alarm) {
      EdgeMessages.write(alarm, out);
    } else if (message instanceof Status status) {
      EdgeMessages.write(status, out);
    } else if (message instanceof Outcome outcome) {
      EdgeMessages.write(outcome, out);
    } else if (message instanceof Will will) {
      EdgeMessages.write(will, out);
    } else if (message instanceof Stored stored) {
      ServerMessages.write(stored, out);
    } else if (message instanceof Command command) {
      ServerMessages.write(command, out);
    } else if (message instanceof Limits limits) {
      ServerMessages.write(limits, out);
    } else {
      throw new IllegalStateException("no writer for " + message.getClass());
    }
  }
}
