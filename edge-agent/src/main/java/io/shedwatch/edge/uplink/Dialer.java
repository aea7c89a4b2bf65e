package io.shedwatch.edge.uplink;

import io.shedwatch.contract.Channel;
import java.util.List;
import java.util.function.Consumer;

/** Makes one connection after the other; each is a new one. Never blocks. */
public interface Dialer {
  /**
   * Begins to connect; what happens is told as events, on any thread, until the line is hung up.
   *
   * @param will what the broker says on the status channel, retained, when the connection breaks
   */
  Line dial(byte[] will, Consumer<Event> events);

  /** A connection of one shed. Never blocks. */
  interface Line {
    /** Subscribes to the shed's own commands, limits, receipts and status. */
    void subscribe();

    /** False when the connection does not take it now; its end will be told. */
    boolean publish(Parcel parcel);

    /**
     * Ends the connection.
     *
     * @param politely with a goodbye, so that the will is not said; {@link Closed} is told when
     *     that is done. Otherwise nothing is told any more
     */
    void hangUp(boolean politely);
  }

  /**
   * A message ready to go.
   *
   * @param id of the message, told back by {@link Acknowledged}
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; the body is not copied.
  record Parcel(long id, Channel channel, byte[] body, boolean retained) {}

  /** What happens on a connection. */
  sealed interface Event permits Opened, Subscribed, Acknowledged, Arrived, Closed {}

  /**
   * The broker took the connection.
   *
   * @param receiveMaximum how many messages it takes without acknowledging them
   */
  record Opened(int receiveMaximum) implements Event {}

  /**
   * The broker answered the subscriptions.
   *
   * @param refused topics that the account may not hear, with the reason
   */
  record Subscribed(List<String> refused) implements Event {}

  /**
   * The broker answered a publish.
   *
   * @param accepted false when the broker gave a reason not to take it
   */
  record Acknowledged(long id, boolean accepted, String reason) implements Event {}

  /**
   * A message came.
   *
   * @param retained the broker's kept copy, from before the subscription
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; the body is not copied.
  record Arrived(String topic, byte[] body, boolean retained) implements Event {}

  /** The connection is over, or none came about. */
  record Closed(String why) implements Event {}
}
