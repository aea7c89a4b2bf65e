package io.shedwatch.server.readings;

/** Waiting times between attempts, milliseconds: doubling from the first to the longest. */
record Backoff(long firstMillis, long longestMillis, long nextMillis) {
  static Backoff of(long firstMillis, long longestMillis) {
    return new Backoff(firstMillis, longestMillis, firstMillis);
  }

  /** After another failure. */
  Backoff longer() {
    return new Backoff(firstMillis, longestMillis, Math.min(longestMillis, nextMillis * 2));
  }

  /** After a success. */
  Backoff reset() {
    return of(firstMillis, longestMillis);
  }
}
