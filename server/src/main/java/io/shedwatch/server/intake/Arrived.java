package io.shedwatch.server.intake;

/**
 * One message as the broker delivered it.
 *
 * @param receivedAt server's epoch milliseconds
 * @param ack tells the broker, in the order of arrival, once everything about it is stored
 */
// Never compared: equality by identity of the body is fine.
@SuppressWarnings("ArrayRecordComponent")
record Arrived(String topic, byte[] body, long receivedAt, Ack ack) {
  /** Says that the message is settled; never blocks, also after its connection is gone. */
  interface Ack {
    void settled();
  }
}
