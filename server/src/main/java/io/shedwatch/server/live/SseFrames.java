package io.shedwatch.server.live;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Values as {@code text/event-stream} frames. */
final class SseFrames {
  /** Keeps proxies and dead connections honest; no client sees it as an event. */
  static final byte[] COMMENT = ": still here\n\n".getBytes(StandardCharsets.UTF_8);

  private static final byte[] END = "\n\n".getBytes(StandardCharsets.UTF_8);

  private final JsonMapper json;

  SseFrames(JsonMapper json) {
    this.json = json;
  }

  /**
   * One event. JSON has no raw line ends, so its bytes are one data line.
   *
   * @param event the name, one word
   */
  byte[] frame(EventId id, String event, Object value) {
    byte[] head =
        ("id: " + id.text() + "\nevent: " + event + "\ndata: ").getBytes(StandardCharsets.UTF_8);
    byte[] data = bytes(value);
    byte[] frame = new byte[head.length + data.length + END.length];
    System.arraycopy(head, 0, frame, 0, head.length);
    System.arraycopy(data, 0, frame, head.length, data.length);
    System.arraycopy(END, 0, frame, head.length + data.length, END.length);
    return frame;
  }

  private byte[] bytes(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken); // Our own shapes always encode; a defect if not.
    }
  }
}
