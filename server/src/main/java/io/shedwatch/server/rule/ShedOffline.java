package io.shedwatch.server.rule;

import java.util.List;

/** Nobody in the shed speaks: its connection broke, or three heartbeats are missing. */
public record ShedOffline(long silentMillis, long lostMillis) {
  static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter("silentSeconds", 180, 60, 3_600, "three heartbeats of the contract"),
          new Parameter("lostSeconds", 30, 0, 3_600, "longer than an agent needs to come back"));

  static ShedOffline of(RuleVersion version) {
    return new ShedOffline(version.seconds("silentSeconds"), version.seconds("lostSeconds"));
  }

  /**
   * Whether the shed is offline. All times are the server's, epoch milliseconds.
   *
   * @param heardAt when something live was heard last; 0: never, which is no alert
   * @param lostAt since when the broker says that the connection broke; 0: it does not
   */
  public boolean isOffline(long heardAt, long lostAt, long now) {
    if (heardAt == 0) {
      return false;
    }
    return (lostAt != 0 && now - lostAt >= lostMillis) || now - heardAt >= silentMillis;
  }
}
