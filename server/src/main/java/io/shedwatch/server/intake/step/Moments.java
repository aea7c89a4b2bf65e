package io.shedwatch.server.intake.step;

/** Which times of agents are believed. */
public final class Moments {
  /** 2020-01-01T00:00:00Z: older than any agent; a clock that says less was never set. */
  public static final long EARLIEST = 1_577_836_800_000L;

  private static final long DAY_MILLIS = 24 * 3_600_000L;

  private Moments() {}

  /** The agent's time, or the time of receipt where the agent's is absurd. */
  public static long believed(long at, long receivedAt) {
    return isAbsurd(at, receivedAt) ? receivedAt : at;
  }

  static boolean isAbsurd(long at, long receivedAt) {
    return at < EARLIEST || at > receivedAt + DAY_MILLIS;
  }
}
