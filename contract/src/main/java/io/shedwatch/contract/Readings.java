package io.shedwatch.contract;

import java.util.List;

/**
 * The sockets of one shed that changed in one tick; also the heartbeat, when {@code readings} is
 * empty.
 *
 * @param readings in the sender's order, at most {@link Bounds#MAX_SOCKETS}
 * @param dropped messages that the agent no longer has and will never send
 * @param rejected readings of this message that could not be used, each with its reason
 */
public record Readings(
    Stamp stamp, List<Reading> readings, List<SeqRange> dropped, List<RejectedReading> rejected)
    implements Stamped {
  public Readings {
    readings = List.copyOf(readings);
    dropped = List.copyOf(dropped);
    rejected = List.copyOf(rejected);
  }

  @Override
  public Channel channel() {
    return Channel.READINGS;
  }
}
