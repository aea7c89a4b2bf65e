package io.shedwatch.server.rule;

import io.shedwatch.contract.Usage;
import java.util.List;

/** A charge that does not come to its end: above full power for hours without a break. */
public record LongCharge(double fullWatts, Timing timing, long worseMillis) {
  static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter("fullWatts", 15, 1, 100, "vendor default: JUY boards; 5 to 45 W"),
          new Parameter("minorHours", 8, 1, 48, "vendor default: boards end at 8 to 12 h"),
          new Parameter("majorHours", 10, 1, 48, "vendor default"),
          new Parameter("offDelaySeconds", 60, 0, 3_600, "operator choice"));

  static LongCharge of(RuleVersion version) {
    return new LongCharge(
        version.value("fullWatts"),
        new Timing(version.hours("minorHours"), version.seconds("offDelaySeconds"), 0),
        version.hours("majorHours"));
  }

  /** What is known of one socket. */
  public record State(Hold hold, boolean worse) {
    public static final State NONE = new State(Hold.IDLE, false);
  }

  /** A charge is known by its power, not by how often it was seen: gaps do not break it. */
  boolean isLong(Seen seen) {
    return seen.usage() == Usage.CHARGING && (seen.watts() >= fullWatts);
  }

  /** When it becomes major; 0: it is no alert, or is major already. */
  long worseAt(State state) {
    boolean waits = state.hold().isRaised() && state.hold().falseSince() == 0 && !state.worse();
    return waits ? Math.max(state.hold().trueSince() + worseMillis, state.hold().raisedAt()) : 0;
  }
}
