package io.shedwatch.server.live;

/** One server-sent event, encoded once for all who get it. */
final class LiveEvent {
  private final long number;
  private final byte[] frame;

  /**
   * @param number grows with each event of a start of the server
   * @param frame the whole event as it goes over the wire; shared, never written to
   */
  LiveEvent(long number, byte[] frame) {
    this.number = number;
    this.frame = frame;
  }

  long number() {
    return number;
  }

  byte[] frame() {
    return frame;
  }
}
