package io.shedwatch.contract;

/**
 * The MQTT will: the broker says {@code lost} for an agent whose connection broke.
 *
 * @param birth seq of the online status that this connection published; the will counts only while
 *     that is the newest one
 */
public record Will(BootId boot, long birth) implements FromEdge {
  @Override
  public Channel channel() {
    return Channel.STATUS;
  }
}
