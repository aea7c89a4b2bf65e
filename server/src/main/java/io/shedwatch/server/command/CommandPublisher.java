package io.shedwatch.server.command;

import io.shedwatch.contract.FromServer;
import io.shedwatch.contract.ShedAddress;

/** Puts a message of the server on its shed's topic; the broker connection implements it. */
public interface CommandPublisher {
  /** Queues the message; what the broker never took is published again by its owner's schedule. */
  void publish(ShedAddress shed, FromServer message);
}
