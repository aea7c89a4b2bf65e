package io.shedwatch.server.intake.step;

import io.shedwatch.contract.Rejected;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Will;

/** What can happen to a shed. Times are the server's, epoch milliseconds. */
public sealed interface ShedEvent {
  /** A message of the agent; readings are in the store when this is stepped. */
  record Heard(Stamped message, long receivedAt) implements ShedEvent {}

  /** The broker says that the agent's connection broke. */
  record WillHeard(Will will, long receivedAt) implements ShedEvent {}

  /**
   * A message that cannot be used.
   *
   * @param body as text, cut short
   */
  record Refused(Rejected rejected, String topic, String body, long receivedAt)
      implements ShedEvent {}

  /**
   * Time went on.
   *
   * @param listeningSince since when this server has heard the broker without a break
   */
  record Tick(long now, long listeningSince) implements ShedEvent {}
}
