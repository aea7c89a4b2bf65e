package io.shedwatch.server.rule;

import io.shedwatch.contract.Usage;
import java.util.ArrayList;
import java.util.List;

/**
 * A kettle, a heater, a dryer: power that stays above what any charger here draws, or a thermostat
 * that switches a smaller load on and off. On and off means from nearly nothing to {@code
 * cycleWatts}; {@code cycles} of those within {@code cycleMillis} are no charger.
 */
public record NotACharger(
    double watts, Timing timing, double cycleWatts, int cycles, long cycleMillis) {
  /** More onsets are not remembered. */
  static final int MOST_CYCLES = 20;

  static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter(
              "watts", 700, 100, 5_000, "measured chargers stay below 112 W; see the page"),
          new Parameter("deadbandWatts", 50, 0, 1_000, "operator choice"),
          new Parameter("onDelaySeconds", 5, 0, 600, "flagged within 10 s on measured loads"),
          new Parameter("offDelaySeconds", 300, 0, 3_600, "longer than a thermostat's pause"),
          new Parameter(
              "cycleWatts",
              250,
              50,
              5_000,
              "operator choice: the measured refrigerator peaks at 305 W"),
          new Parameter("cycles", 5, 2, MOST_CYCLES, "operator choice"),
          new Parameter("cycleMinutes", 60, 5, 240, "operator choice"));

  /** Below this a thermostat is open; a switch may glow. */
  private static final double OFF_WATTS = 10;

  /** A trip so soon after power went above the limit was caused by it. */
  private static final long TRIPPED_BY_IT_MILLIS = 30_000;

  static NotACharger of(RuleVersion version) {
    return new NotACharger(
        version.value("watts"),
        version.timing("deadbandWatts"),
        version.value("cycleWatts"),
        (int) Math.round(version.value("cycles")),
        version.minutes("cycleMinutes"));
  }

  /**
   * What is known of one socket.
   *
   * @param wasOff whether the newest power was nearly nothing
   * @param onsets epoch milliseconds, oldest first
   */
  public record State(Hold hold, boolean wasOff, List<Long> onsets) {
    public static final State NONE = new State(Hold.IDLE, false, List.of());

    public State {
      onsets = List.copyOf(onsets);
    }

    State held(Hold next) {
      return new State(next, wasOff, onsets);
    }
  }

  /** A step. */
  record Turn(State next, Hold.Turn turn) {}

  Turn see(State before, Seen seen) {
    boolean cutByIt =
        seen.usage() == Usage.TRIPPED
            && before.hold().isPending()
            && seen.at() - before.hold().trueSince() <= TRIPPED_BY_IT_MILLIS;
    if (cutByIt) {
      Hold.Turn turn = before.hold().raiseNow(seen.at());
      return new Turn(new State(turn.next(), true, before.onsets()), turn);
    }
    List<Long> onsets = onsets(before, seen);
    double limit = before.hold().isRaised() ? watts - timing.deadband() : watts;
    boolean condition = seen.above(limit) || onsets.size() >= cycles;
    Hold.Turn turn = before.hold().see(condition, seen.at(), timing);
    boolean off = Double.isNaN(seen.watts()) ? before.wasOff() : seen.watts() < OFF_WATTS;
    return new Turn(new State(turn.next(), off, onsets), turn);
  }

  private List<Long> onsets(State before, Seen seen) {
    boolean onset = before.wasOff() && seen.above(cycleWatts);
    if (before.onsets().isEmpty() && !onset) {
      return before.onsets();
    }
    List<Long> onsets = new ArrayList<>(before.onsets());
    onsets.removeIf(at -> seen.at() - at > cycleMillis);
    if (onset) {
      onsets.add(seen.at());
    }
    return onsets.size() > MOST_CYCLES ? onsets.subList(1, onsets.size()) : onsets;
  }
}
