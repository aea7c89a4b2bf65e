package io.shedwatch.edge;

import io.shedwatch.contract.Command;
import io.shedwatch.contract.Limits;

/**
 * What a connection hands to the loop. Thread-safe; never blocks, so that a callback of a messaging
 * library may call it; wakes the loop.
 */
public interface Inbox {
  /**
   * Queues a command.
   *
   * @return false when the queue is full (64 commands): the command is dropped here, and the server
   *     repeats it
   */
  boolean command(Command command);

  /**
   * Queues limits; only the newest version waits. A version equal to the one in force is confirmed
   * again, a lower one is ignored.
   */
  void limits(Limits limits);

  /** Version of the limits in force; 0 before the first ever. */
  int limitsVersion();

  /**
   * Registers who is told, on the loop's thread, when something that a status message carries has
   * changed: a limits version is in force and on disk. Must return at once.
   */
  void onStatusChange(Runnable listener);
}
