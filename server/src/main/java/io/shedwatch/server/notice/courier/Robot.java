package io.shedwatch.server.notice.courier;

import java.time.Instant;

/** A receiver that speaks HTTP: what it is told, and what its answers mean. Pure. */
interface Robot {
  HttpCall call(Letter letter, Destination destination, Instant now);

  /**
   * Reads the body of an answer with a status of 200 to 299.
   *
   * @param body cut off at a bound
   */
  Outcome read(String body);
}
