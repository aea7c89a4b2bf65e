package io.shedwatch.server.notice.courier;

import java.time.Duration;
import java.util.Optional;

/** How long a receiver asks to be left alone: the header Retry-After in seconds. */
public final class RetryAfter {
  /** Nobody may make us wait longer than this. */
  private static final long LONGEST_SECONDS = 3_600;

  /** After 429 without the header. */
  public static final Duration TOO_OFTEN = Duration.ofMinutes(1);

  private RetryAfter() {}

  /**
   * Reads the header.
   *
   * @param usual taken where nothing is said, or a date
   */
  public static Duration of(Optional<String> header, Duration usual) {
    try {
      return header
          .map(
              said ->
                  Duration.ofSeconds(Math.min(Math.max(Long.parseLong(said), 0), LONGEST_SECONDS)))
          .orElse(usual);
    } catch (NumberFormatException aDate) {
      return usual;
    }
  }
}
