package io.shedwatch.server.readings;

import io.shedwatch.contract.ShedId;

/** One bucket of one socket at one level, written by the application. */
public record RollUp(ShedId shed, int socket, Level level, Point point) {
  /** The two levels kept besides the raw readings. */
  public enum Level {
    MINUTE(60_000L),
    HOUR(3_600_000L);

    private final long millis;

    Level(long millis) {
      this.millis = millis;
    }

    public long millis() {
      return millis;
    }
  }
}
