package io.shedwatch.server.notice.courier;

import java.time.Instant;

/** Takes one letter away. May block for its time limit; never throws for what the network does. */
@FunctionalInterface
public interface Courier {
  Outcome send(Letter letter, Destination destination, Instant now);
}
