package io.shedwatch.contract;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Birth at every connect, and clean death.
 *
 * @param bootNumber persisted counter that orders boots; empty from a foreign device
 * @param previous the boot before this one; empty at the first start or from a foreign device
 * @param agent version of the agent, at most 64 characters
 * @param sockets how many sockets the shed has
 * @param limits the version of the limits in force; empty from a foreign device
 * @param holds what the spool still has of every boot, oldest first; empty: not told
 * @param open ids of the open alarms; an empty optional: not told
 */
public record Status(
    Stamp stamp,
    ShedState state,
    OptionalLong bootNumber,
    Optional<BootId> previous,
    String agent,
    int sockets,
    OptionalInt limits,
    List<SeqRange> holds,
    Optional<List<AlarmId>> open)
    implements Stamped {
  public Status {
    holds = List.copyOf(holds);
    open = open.map(List::copyOf);
  }

  @Override
  public Channel channel() {
    return Channel.STATUS;
  }
}
