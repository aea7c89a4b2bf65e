package io.shedwatch.server.notice.courier;

import java.time.Duration;

/** What became of one attempt. {@code why} is for staff; it never holds an address or a secret. */
public sealed interface Outcome {
  String why();

  /** The receiver said that it has it. */
  record Delivered(String why) implements Outcome {}

  /**
   * Not now.
   *
   * @param pause what the receiver asked for; zero: our own back-off decides
   * @param maybeDelivered whether the receiver may have it, and only its answer was lost
   */
  record Later(String why, Duration pause, boolean maybeDelivered) implements Outcome {}

  /** The receiver will never take this from us as it is: a wrong key, a forbidden address. */
  record Refused(String why) implements Outcome {}

  /** Not now, and certainly not delivered. */
  static Outcome later(String why) {
    return new Later(why, Duration.ZERO, false);
  }
}
