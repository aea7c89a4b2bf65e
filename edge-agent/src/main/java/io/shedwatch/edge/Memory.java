package io.shedwatch.edge;

import io.shedwatch.contract.Command;
import io.shedwatch.contract.Limits;
import java.util.List;
import java.util.Optional;

/**
 * What must survive a restart and is read before any relay closes. Trips are not here: they are the
 * latched alarms among {@link Outbox#open()}. Lives in the same file as the outbox.
 *
 * <p>What is kept is on disk on return. No method throws because a disk is full or broken: then it
 * is kept in memory only. Called by one thread, the loop's.
 */
public interface Memory {
  /** The newest of each socket, in no order. */
  List<SocketMemory> sockets();

  /** Replaces what is kept of that socket. */
  void keep(SocketMemory socket);

  /** The limits last kept; empty before the first. */
  Optional<Limits> limits();

  void keep(Limits limits);

  /**
   * Keeps a command before it is acted on.
   *
   * @return false when its id was kept before: it is not acted on again. The newest 1,000 ids are
   *     remembered; older ones have long expired.
   */
  boolean begin(Command command);

  /** Commands that were begun and have no outcome, in the order of their begin. */
  List<Command> unfinished();
}
