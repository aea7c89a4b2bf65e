package io.shedwatch.server.rule;

import io.shedwatch.contract.Usage;
import java.util.List;

/**
 * Several chargers on one socket: onto a charge that has been steady, a step of {@code stepWatts}
 * or more comes and stays, above everything that this charge drew before.
 *
 * <p>One charger does not do that: its plateau rises by some percent, its taper falls, and the step
 * of a two-stage charger from its first stage to its main one is a multiple of the first stage,
 * which {@code mostTimes} excludes. Power follows slowly changing levels; only what jumps between
 * two readings is a step.
 *
 * @param stepWatts smallest step, W
 * @param steadyWatts a level below is no charger under way, W
 * @param steadyMillis a level has to last this long before a step onto it counts
 * @param mostTimes a step of more than this times the level before is a charger's own
 */
public record SharedSocket(
    double stepWatts, double steadyWatts, long steadyMillis, double mostTimes, Timing timing) {
  static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter("stepWatts", 60, 20, 1_000, "measured chargers draw 85 to 112 W"),
          new Parameter("deadbandWatts", 30, 0, 500, "operator choice"),
          new Parameter("steadyWatts", 40, 10, 500, "operator choice"),
          new Parameter("steadySeconds", 120, 10, 3_600, "operator choice"),
          new Parameter(
              "mostTimes", 1.95, 0.5, 10, "a first stage of up to a third is one charger's"),
          new Parameter("onDelaySeconds", 120, 10, 3_600, "operator choice"),
          new Parameter("offDelaySeconds", 300, 0, 7_200, "operator choice"));

  /** What changes by no more than this between two readings is the same level. */
  private static final double SAME_SHARE = 0.06;

  private static final double SAME_WATTS = 10;

  /** A charger that is switched on has reached its power after this. */
  private static final long RAMP_MILLIS = 30_000;

  static SharedSocket of(RuleVersion version) {
    return new SharedSocket(
        version.value("stepWatts"),
        version.value("steadyWatts"),
        version.seconds("steadySeconds"),
        version.value("mostTimes"),
        version.timing("deadbandWatts"));
  }

  /**
   * What is known of one socket. Times are epoch milliseconds; 0: none.
   *
   * @param level newest power, W
   * @param since when the level began, slow changes aside; 0: no charge
   * @param peak highest steady level of this charge, W
   * @param before the steady level under a step, W; 0: no step
   * @param stepAt when the step began
   */
  public record State(
      double level, long since, double peak, double before, long stepAt, Hold hold) {
    public static final State NONE = new State(0, 0, 0, 0, 0, Hold.IDLE);

    State held(Hold next) {
      return new State(level, since, peak, before, stepAt, next);
    }

    /** A level of its own, without a step. */
    State at(double watts, long from, Hold next) {
      return new State(watts, from, peak, 0, 0, next);
    }
  }

  /** A step. */
  record Turn(State next, Hold.Turn turn) {}

  Turn see(State before, Seen seen) {
    if (seen.usage() == Usage.CHARGING && Double.isNaN(seen.watts())) {
      return new Turn(before, before.hold().pass(seen.at(), timing));
    }
    State moved = seen.usage() == Usage.CHARGING ? move(before, seen) : ended(before);
    boolean condition = moved.before() > 0 && isShared(moved);
    Hold.Turn turn = moved.hold().see(condition, seen.at(), timing);
    State next = moved.held(turn.next());
    boolean over = moved.before() > 0 && !condition && isOver(moved, seen.at(), turn);
    return new Turn(over ? next.at(seen.watts(), moved.stepAt(), turn.next()) : next, turn);
  }

  /** After a gap nobody knows which charge this is. */
  State unseen(State before) {
    return before.hold().isRaised() ? before : State.NONE;
  }

  private static State ended(State before) {
    return State.NONE.held(before.hold());
  }

  private State move(State s, Seen seen) {
    double watts = seen.watts();
    if (s.since() == 0) {
      return s.at(watts, seen.at(), s.hold());
    }
    if (s.before() > 0) {
      return new State(watts, s.since(), s.peak(), s.before(), s.stepAt(), s.hold());
    }
    boolean steady = seen.at() - s.since() >= steadyMillis && s.level() >= steadyWatts;
    double peak = steady ? Math.max(s.peak(), s.level()) : s.peak();
    if (Math.abs(watts - s.level()) <= Math.max(SAME_WATTS, SAME_SHARE * s.level())) {
      return new State(watts, s.since(), peak, 0, 0, s.hold());
    }
    if (watts > s.level() && steady) {
      return new State(watts, s.since(), peak, s.level(), seen.at(), s.hold());
    }
    return new State(watts, seen.at(), peak, 0, 0, s.hold());
  }

  private boolean isShared(State s) {
    double least = stepWatts - (s.hold().isRaised() ? timing.deadband() : 0);
    double step = s.level() - s.before();
    boolean aboveAll = s.level() - s.peak() >= least;
    return step >= least && aboveAll && (s.hold().isRaised() || step <= mostTimes * s.before());
  }

  /** The step went back, or turned out to be one charger's own. */
  private static boolean isOver(State s, long at, Hold.Turn turn) {
    if (turn.next().isRaised()) {
      return false;
    }
    boolean back = s.level() - s.before() <= Math.max(SAME_WATTS, SAME_SHARE * s.before());
    return back || at - s.stepAt() >= RAMP_MILLIS;
  }
}
