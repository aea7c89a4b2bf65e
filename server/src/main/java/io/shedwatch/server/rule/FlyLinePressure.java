package io.shedwatch.server.rule;

import java.util.List;

/**
 * Everything in reach of some buildings is full, and more people than a few are expected to come
 * meanwhile. Judged neighbourhood by neighbourhood: buildings that go to the same shed first.
 *
 * @param turnedAway expected in the next hour, from which on it is an alert
 */
public record FlyLinePressure(double turnedAway, Timing timing) {
  static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter(
              "turnedAway",
              1,
              0.1,
              50,
              "a wire hangs 5 h and one in 5 turned away runs one: 1 an hour keeps one hanging"),
          new Parameter("deadbandTurnedAway", 0.3, 0, 10, "operator choice"),
          new Parameter("onDelaySeconds", 600, 0, 7_200, "operator choice: longer than a change"),
          new Parameter("offDelaySeconds", 900, 0, 7_200, "operator choice: one free socket goes"));

  static FlyLinePressure of(RuleVersion version) {
    return new FlyLinePressure(version.value("turnedAway"), version.timing("deadbandTurnedAway"));
  }

  /**
   * A neighbourhood at one moment.
   *
   * @param expected turned away in the next hour, of buildings that have every shed in reach full
   * @param unsure whether nobody knows of some building: a shed in reach is silent, and none that
   *     speaks is free
   * @param actionable whether somebody can do something: a free shed to go to, or a patrol
   */
  public record Around(double expected, boolean unsure, boolean actionable) {}

  /**
   * A step. Nothing is raised that nobody can do anything about, and nothing ends because a shed
   * fell silent.
   */
  public Hold.Turn next(Hold before, Around seen, long now) {
    double limit = before.isRaised() ? turnedAway - timing.deadband() : turnedAway;
    boolean holds = seen.expected() > 0 && seen.expected() >= limit;
    if (!holds && seen.unsure()) {
      Hold kept =
          before.isRaised() ? new Hold(before.trueSince(), before.raisedAt(), 0) : Hold.IDLE;
      return new Hold.Turn(kept, Hold.Change.NONE, kept.raisedAt(), now);
    }
    return before.see(holds && (before.isRaised() || seen.actionable()), now, timing);
  }
}
