package io.shedwatch.contract;

/** Messages to and from UTF-8 JSON. Total: any bytes on any topic give a value. Thread-safe. */
@SuppressWarnings("DoNotCallSuggester")
public final class Codec {
  /** Decodes the body of a message that arrived on {@code topic}. */
  public Decoded decode(String topic, byte[] body) {
    throw new UnsupportedOperationException("being written");
  }

  /** The body of {@code message}; an absent quantity is left out. */
  public byte[] encode(Message message) {
    throw new UnsupportedOperationException("being written");
  }
}
