package io.shedwatch.contract;

import java.io.IOException;

/** Reads one body, field by field in whatever order they come, into one message. */
interface MessageReader {
  /** The fields that this reader knows. */
  FieldTable fields();

  /** Reads the field of that index, which the cursor has just entered; each comes at most once. */
  void field(int field, TokenCursor in) throws IOException, Refusal;

  /**
   * The message, once all fields are read; refuses when a required one is missing.
   *
   * @param seen the bits of the fields that came
   */
  Message message(int seen) throws Refusal;

  /** Boot and seq as far as they could be read. */
  StampReader stamp();

  /** A reader for one body of that channel. */
  static MessageReader of(Channel channel) {
    return switch (channel) {
      case STATUS -> new StatusReader();
      case READINGS -> new ReadingsReader();
      case ALARMS -> new AlarmReader();
      case OUTCOMES -> new OutcomeReader();
      case COMMANDS -> new CommandReader();
      case LIMITS -> new LimitsReader();
      case STORED -> new StoredReader();
    };
  }
}
